/** Fewest characters of a password. @see NIST SP 800-63B section 3.1.1.2; no rule about kinds of characters, on purpose */
export const MIN_PASSWORD_LENGTH = 12;

/** Most characters of a password: enough for any sentence, too few to keep the server busy. */
export const MAX_PASSWORD_LENGTH = 128;

/** Why a password may not be used. */
export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'own_data' | 'too_weak' | 'unchanged';

/** What others may know about a person, and so must not make their password. */
export interface OwnData {
  readonly email: string;
  readonly name?: string | null;
  readonly organizationNames?: readonly string[];
}

/** Shortest part of one's own data worth forbidding. */
const SHORTEST_WORD = 3;

/** Fewest characters that must remain once one's own data is taken out. */
const MIN_WITHOUT_OWN_DATA = 8;

const PRODUCT_WORDS = ['smartpar', 'smart par', 'console'];

/**
 * The form in which a password is hashed and compared: characters that look the same count the same.
 * @see NIST SP 800-63B section 3.1.1.2 (NFKC)
 */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** Counts characters as people do: code points after normalization. */
export const lengthOfPassword = (password: string): number => [...normalizePassword(password)].length;

/** The words a person's password must not be made of: parts of their address, their names, their organizations, and ours. */
export function forbiddenWords({ email, name, organizationNames = [] }: OwnData): readonly string[] {
  const sources = [email, email.split('@')[0] ?? '', name ?? '', ...organizationNames, ...PRODUCT_WORDS].map(fold);
  const parts = sources.flatMap((source) => [source, source.replaceAll(/[^\p{L}\p{N}]/gu, ''), ...source.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(parts.filter((part) => part.length >= SHORTEST_WORD))];
}

/** Tells whether too little of a password is left once one's own data is taken out of it. */
export function isMadeOfOwnData(password: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), fold(password));
  return rest.length < fold(password).length && rest.length < MIN_WITHOUT_OWN_DATA;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/**
 * The forms under which a password is looked up in the list of known ones: as typed, without trailing digits and marks,
 * doubled halves once, and with look-alike characters read as letters.
 */
export function foldedForms(password: string): readonly string[] {
  const plain = fold(password);
  const trimmed = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const forms = [plain, trimmed].flatMap((form) => [form, readLookalikes(form), onceOnly(form)]);
  return [...new Set(forms.filter((form) => form.length >= SHORTEST_WORD))];
}

const fold = (text: string): string => normalizePassword(text).toLowerCase();
const readLookalikes = (text: string): string => text.replaceAll(/[0134578@$!€]/gu, (char) => LOOKALIKES[char] ?? char);
const onceOnly = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
