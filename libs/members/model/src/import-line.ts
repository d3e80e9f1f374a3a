import { type Locale, LOCALES, plainLine, shortText } from '@smartpar/platform/contract';
import type * as z from 'zod';
import { accountFault, isPerson } from './directory-entry';
import { foldText } from './folded-name';
import { MAX_PERSON_NAME, MAX_PHONE, memberAddress, phoneText } from './member.contract';
import type { ImportFault, ImportField } from './member-import';
import type { ImportLineFault } from './member-import.contract';

/** A fault of a line, wherever the line stands. */
export type LineFault = Omit<ImportLineFault, 'line'>;

/** What one line of a file says; `null` where it says nothing. */
export interface ImportLine {
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** the first name is a whole name that was not cut */
  readonly wholeName: boolean;
  /** as it was typed */
  readonly phone: string | null;
  /** name of a site */
  readonly site: string | null;
  readonly locale: Locale | null;
}

/** A line that was read, and what is wrong with it. */
export interface ReadLine {
  readonly line: ImportLine;
  readonly faults: readonly LineFault[];
}

/** Most characters an address may have. */
const MAX_ADDRESS = 254;

/** Most characters the name of a site may have. */
const MAX_SITE_NAME = 200;

const personName = shortText(MAX_PERSON_NAME);
const siteName = shortText(MAX_SITE_NAME);
const address = memberAddress();
const phone = phoneText();

/** Stands where the characters of a file are not what they were said to be. */
const REPLACEMENT = '\ufffd';
const CONTROL = /[\p{Cc}\p{Cs}]/u;
/** What spreadsheet programs take for the beginning of a formula; some take the wide signs of East Asia for the same. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** A plus or minus begins addresses and phone numbers that are none. */
const CALCULATION = /^[=@\t\r\uff1d\uff20]/;

/** The apostrophe that keeps spreadsheet programs from calculating; our own exports have it too. */
const withoutApostrophe = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);

/** How csvde writes letters beyond the English ones: their bytes, in hexadecimal. */
const BYTES = /^X'((?:[0-9a-f]{2})+)'$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a cell says: text that an export of a directory wrote as bytes is read, and bytes that are none stay as they are. */
export function cellText(cell: string): string {
  const bytes = BYTES.exec(cell)?.[1];
  if (bytes === undefined) return cell;
  try {
    return utf8.decode(Uint8Array.from(bytes.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  } catch {
    return cell;
  }
}

const LANGUAGES: ReadonlyMap<string, Locale> = new Map<string, Locale>([
  ...LOCALES.map((locale) => [locale, locale] as const),
  ...['english', 'englisch', 'en-gb', 'en-us'].map((word) => [word, 'en'] as const),
  ...['german', 'deutsch', 'de-de', 'de-at', 'de-ch'].map((word) => [word, 'de'] as const),
]);

/** Tells whether nothing stands in a line at all. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Reads one line of a file. An empty cell says nothing; it never clears what is kept.
 * @param columns what each column is
 * @param beyond how many cells with anything in them, or before such, stand behind those that were kept
 */
export function readImportLine(cells: readonly string[], columns: readonly (ImportField | null)[], beyond = 0): ReadLine {
  const faults: LineFault[] = [];
  const cell = (field: ImportField): Cell => {
    const at = columns.indexOf(field);
    return { text: at < 0 ? '' : withoutApostrophe(cellText(cells[at] ?? '')), at, field };
  };
  const take = (found: Cell, rules: CellRules): string | null => {
    const text = plainLine(found.text);
    if (text === '') return null;
    const fault = formulaIn(found.text, rules) ?? faultOf(text, rules);
    if (fault === null) return text;
    // both parts of a whole name can be wrong in the same way
    if (faults.some(({ field, code }) => field === found.field && code === fault)) return null;
    faults.push({ column: found.at + 1, field: found.field, code: fault, facts: fault === 'too_long' ? { max: rules.max } : {} });
    return null;
  };
  const differing = cellsDiffer(cells, columns.length, beyond);
  if (differing !== null) return { line: NOTHING_SAID, faults: [differing] };
  const stranger = nobodyIn(cell('entryKind'), cell('accountState'));
  if (stranger !== null) return { line: NOTHING_SAID, faults: [stranger] };
  const email = take(cell('email'), ADDRESS);
  const whole = take(cell('fullName'), NAME);
  const parts = [cell('firstName'), cell('lastName')].map((part) => take(part, NAME));
  const [firstName = null, lastName = null] = whole === null ? parts : partsOf(whole).map((part) => take({ ...cell('fullName'), text: part }, NAME));
  const wholeName = whole !== null && lastName === null;
  const line = { email, firstName, lastName, wholeName, phone: take(cell('phone'), PHONE), site: take(cell('site'), SITE), locale: null };
  if (email === null && !faults.some(({ field }) => field === 'email')) {
    faults.push({ column: columns.indexOf('email') + 1, field: 'email', code: 'address_missing', facts: {} });
  }
  const language = cell('locale');
  if (plainLine(language.text) === '') return { line, faults };
  const locale = LANGUAGES.get(foldText(plainLine(language.text))) ?? null;
  if (locale === null) faults.push({ column: language.at + 1, field: 'locale', code: 'language_unknown', facts: {} });
  return { line: { ...line, locale }, faults };
}

/** Why a line of a directory's export is about nobody who works here; nothing else of it is worth a word then. */
function nobodyIn(kind: Cell, state: Cell): LineFault | null {
  const faultAt = ({ at, field }: Cell, code: ImportFault): LineFault => ({ column: at + 1, field, code, facts: {} });
  if (plainLine(kind.text) !== '' && !isPerson(plainLine(kind.text))) return faultAt(kind, 'not_a_person');
  const code = plainLine(state.text) === '' ? null : accountFault(plainLine(state.text));
  return code === null ? null : faultAt(state, code);
}

interface Cell {
  readonly text: string;
  readonly at: number;
  readonly field: ImportField;
}

/** What a cell must be like. */
interface CellRules {
  readonly schema: z.ZodType;
  readonly max: number;
  readonly formula: RegExp;
  readonly otherwise: ImportFault;
}

const NAME: CellRules = { schema: personName, max: MAX_PERSON_NAME, formula: FORMULA, otherwise: 'characters_forbidden' };
const SITE: CellRules = { schema: siteName, max: MAX_SITE_NAME, formula: CALCULATION, otherwise: 'characters_forbidden' };
const ADDRESS: CellRules = { schema: address, max: MAX_ADDRESS, formula: CALCULATION, otherwise: 'address_invalid' };
const PHONE: CellRules = { schema: phone, max: MAX_PHONE, formula: CALCULATION, otherwise: 'characters_forbidden' };

/** A line that says nothing. */
export const NOTHING_SAID: ImportLine = { email: null, firstName: null, lastName: null, wholeName: false, phone: null, site: null, locale: null };

/** What is trimmed away makes it no other formula. */
const formulaIn = (cell: string, { formula }: CellRules): ImportFault | null => (formula.test(cell) || formula.test(plainLine(cell)) ? 'formula' : null);

function faultOf(text: string, { schema, max, otherwise }: CellRules): ImportFault | null {
  if (text.includes(REPLACEMENT)) return 'characters_unreadable';
  if (schema.safeParse(text).success) return null;
  if (text.length > max) return 'too_long';
  return CONTROL.test(text) ? 'characters_forbidden' : otherwise;
}

/** Cells too many at the end of a line do no harm while they are empty. */
function cellsDiffer(cells: readonly string[], expected: number, beyond: number): LineFault | null {
  const facts = { cells: cells.length + beyond, expected };
  if (cells.length < expected) return { column: null, field: null, code: 'too_few_cells', facts };
  if (beyond > 0 || (cells.length > expected && !isBlank(cells.slice(expected)))) return { column: null, field: null, code: 'too_many_cells', facts };
  return null;
}

/** "Silva, Ana" is a last name and a first name; anything else is not cut, since names do not all go alike. */
function partsOf(whole: string): readonly string[] {
  const parts = whole.split(',').map((part) => part.trim());
  const [last, first] = parts;
  return parts.length === 2 && last !== undefined && first !== undefined && last !== '' && first !== '' ? [first, last] : [whole];
}
