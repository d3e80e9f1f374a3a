import type { Sight } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import {
  foldGivenName,
  foldName,
  foldText,
  type ImportField,
  type ImportLine,
  type LineFault,
  NOTHING_SAID,
  type ReadLine,
  readImportLine,
  readPhone,
} from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import type { EntryFacts } from './file-rows';
import type { FileLine } from './import-session';
import type { CheckedLines, LineKind, MatchedMember, NamedSite, StagedFault, StagedLine } from './staged-line';

/** A line of the file that was read, with the folded address it is known by. */
export interface AddressedLine extends ReadLine {
  readonly number: number;
  readonly address: string | null;
}

/** What lines are checked against. */
export interface CheckGround {
  readonly columns: readonly (ImportField | null)[];
  readonly sites: readonly NamedSite[];
  readonly matches: readonly MatchedMember[];
  /** addresses of lines before these, with their line */
  readonly before: ReadonlyMap<string, number>;
  /** what whoever imports sees; nothing else is compared, so that nothing can be learned by trying */
  readonly sight: Sight;
  /** whoever imports may change owners */
  readonly ownersToo: boolean;
}

/** Reads lines by themselves. */
export const addressLines = (lines: readonly FileLine[], columns: readonly (ImportField | null)[]): readonly AddressedLine[] =>
  lines.map(({ line, cells, beyond, entry }) => {
    const refused = entry === undefined ? null : entryFault(entry, columns);
    const read = refused === null ? readImportLine(cells, columns, beyond) : { line: NOTHING_SAID, faults: [refused] };
    return { ...read, number: line, address: read.line.email === null ? null : foldAddress(read.line.email) };
  });

/** Why nothing of an entry can be used; `null` where it can. Values nobody asked for may be wherever they are. */
function entryFault({ change, elsewhere }: EntryFacts, columns: readonly (ImportField | null)[]): LineFault | null {
  if (change) return { column: null, field: null, code: 'change_record', facts: {} };
  const field = elsewhere.map((index) => columns[index] ?? null).find((one) => one !== null);
  return field === undefined || field === null ? null : { column: null, field, code: 'value_elsewhere', facts: {} };
}

/** Says whether an entry has several values where one is taken. */
export const hasFurtherValues = ({ entry }: FileLine, columns: readonly (ImportField | null)[]): boolean =>
  entry?.more.some((index) => (columns[index] ?? null) !== null) ?? false;

/** Checks lines against who and what is there, and says what each would do. */
export class LineCheck {
  private readonly seen: Map<string, number>;
  private readonly members: ReadonlyMap<string, MatchedMember>;
  private readonly sites = new Map<string, NamedSite[]>();

  constructor(private readonly ground: CheckGround) {
    this.seen = new Map(ground.before);
    this.members = new Map(ground.matches.map((member) => [member.emailFolded, member]));
    for (const site of ground.sites) this.sites.set(foldText(site.name), [...(this.sites.get(foldText(site.name)) ?? []), site]);
  }

  run(lines: readonly AddressedLine[]): CheckedLines {
    const faults: StagedFault[] = [];
    const staged = lines.map((line) => {
      const checked = this.check(line);
      faults.push(...checked.faults.map((fault, position) => ({ ...fault, line: line.number, position })));
      return checked.staged;
    });
    return { lines: staged, faults };
  }

  private check({ line, number, address, faults: read }: AddressedLine): { readonly staged: StagedLine; readonly faults: readonly LineFault[] } {
    const faults = [...read];
    const firstLine = address === null ? undefined : this.seen.get(address);
    if (firstLine !== undefined) faults.push(this.fault('email', 'twice', { firstLine }));
    else if (address !== null) this.seen.set(address, number);
    const emailFolded = address;
    const member = address === null ? undefined : this.members.get(address);
    const site = this.siteOf(line, faults);
    const phone = this.phoneOf(line, site?.country ?? member?.country ?? null, faults);
    if (member === undefined && address !== null && nameOf(line) === null && !hasNameFault(faults)) {
      faults.push(this.fault(this.ground.columns.includes('fullName') ? 'fullName' : 'firstName', 'name_missing'));
    }
    if (faults.length > 0 || address === null) return { staged: { ...NOTHING, line: number, kind: 'faulty', emailFolded }, faults };
    const values = { ...NOTHING, line: number, email: line.email, emailFolded, phone, siteId: site?.id ?? null, locale: line.locale };
    if (member === undefined) return { staged: { ...values, ...newName(line), kind: 'new', memberId: newId() }, faults };
    const wanted = { ...values, firstName: line.firstName, lastName: line.wholeName ? '' : line.lastName };
    return { staged: { ...wanted, ...this.unlessSame(wanted, line, member), memberId: member.id }, faults };
  }

  private siteOf({ site }: ImportLine, faults: LineFault[]): NamedSite | undefined {
    if (site === null) return undefined;
    const found = this.sites.get(foldText(site)) ?? [];
    if (found.length !== 1) faults.push(this.fault('site', found.length === 0 ? 'site_unknown' : 'site_ambiguous'));
    return found[0];
  }

  private phoneOf({ phone }: ImportLine, country: string | null, faults: LineFault[]): string | null {
    if (phone === null) return null;
    const read = readPhone(phone, country);
    if (read === null) faults.push(this.fault('phone', 'phone_unclear'));
    return read;
  }

  /** What a line about somebody who is there would do, as far as whoever imports sees them; a name in one cell is the same as in two. */
  private unlessSame(wanted: Omit<StagedLine, 'kind'>, { wholeName }: ImportLine, member: MatchedMember): Pick<StagedLine, 'kind' | 'firstName' | 'lastName'> {
    const { sight, ownersToo } = this.ground;
    const sameWhole = wholeName && foldGivenName(wanted.firstName ?? '', null) === foldGivenName(member.firstName ?? '', member.lastName);
    const name = sameWhole ? { firstName: null, lastName: null } : { firstName: wanted.firstName, lastName: wanted.lastName };
    const kind = (): LineKind => {
      if (member.owner && !ownersToo) return 'skipped';
      const names = differs(name.firstName, member.firstName) || differs(name.lastName, member.lastName ?? '');
      const open = differs(wanted.siteId, member.siteId) || differs(wanted.locale, member.locale);
      const seesName = sight['user.name'] === 'shown';
      const seesPhone = sight['user.contact.phone_number.work'] === 'shown';
      if (open || (seesName && names) || (seesPhone && differs(wanted.phone, member.phone))) return 'changed';
      const unseen = (!seesName && (wanted.firstName !== null || wanted.lastName !== null)) || (!seesPhone && wanted.phone !== null);
      return unseen ? 'existing' : 'unchanged';
    };
    return { ...name, kind: kind() };
  }

  private fault(field: ImportField, code: LineFault['code'], facts: LineFault['facts'] = {}): LineFault {
    const at = this.ground.columns.indexOf(field);
    return { column: at < 0 ? null : at + 1, field, code, facts };
  }
}

const NOTHING: Omit<StagedLine, 'line' | 'kind' | 'emailFolded'> = {
  ...{ memberId: null, email: null, firstName: null, lastName: null, nameFolded: null, givenFolded: null, phone: null, siteId: null, locale: null },
};

const differs = <T>(wanted: T | null, kept: T | null): boolean => wanted !== null && wanted !== kept;

const nameOf = ({ firstName, lastName }: ImportLine): string | null => firstName ?? lastName;

const hasNameFault = (faults: readonly LineFault[]): boolean =>
  faults.some(({ field, column }) => column === null || field === 'firstName' || field === 'lastName' || field === 'fullName');

/** The name of somebody new; who has a single one has it as their first. */
function newName(line: ImportLine): Pick<StagedLine, 'firstName' | 'lastName' | 'nameFolded' | 'givenFolded'> {
  const firstName = nameOf(line) ?? '';
  const lastName = line.firstName === null ? null : line.lastName;
  return { firstName, lastName, nameFolded: foldName(firstName, lastName), givenFolded: foldGivenName(firstName, lastName) };
}
