import { foldText } from './folded-name';
import type { ImportFault } from './member-import';

/** Kinds of entries that are people, as directories name them, folded. */
const PEOPLE: ReadonlySet<string> = new Set([
  'person',
  'organizationalperson',
  'inetorgperson',
  'residentialperson',
  'user',
  'contact',
  'account',
  'posixaccount',
]);

/** What is a `user` to a directory, and nobody. */
const MACHINES: ReadonlySet<string> = new Set(['computer', 'msds-managedserviceaccount', 'msds-groupmanagedserviceaccount']);

const ON: ReadonlySet<string> = new Set(['true', 'yes', 'enabled', 'wahr', 'ja']);
const OFF: ReadonlySet<string> = new Set(['false', 'no', 'disabled', 'falsch', 'nein']);

/** Bits of `userAccountControl`: the account is switched off. */
const ACCOUNT_OFF = 2;

/** Bits of `userAccountControl`: the account of another domain, of a computer or of a server. */
const TRUSTED_MACHINE = 0x800 | 0x1000 | 0x2000;

/**
 * Tells whether the classes of an entry are those of somebody; they stand one after the other with semicolons between.
 * @see RFC 4512
 */
export function isPerson(classes: string): boolean {
  const kinds = classes.split(/[;,\s]+/).map((kind) => kind.toLowerCase());
  return kinds.some((kind) => PEOPLE.has(kind)) && !kinds.some((kind) => MACHINES.has(kind));
}

/** Why an account as a directory exports it is not one of somebody who works there; `null` where it is. */
export function accountFault(state: string): ImportFault | null {
  const word = foldText(state);
  if (ON.has(word)) return null;
  if (OFF.has(word)) return 'account_off';
  // Less than this is set for no account: a file with 0 and 1 means something else by them.
  if (!/^\d{1,10}$/.test(word) || Number(word) < ACCOUNT_OFF) return 'account_unclear';
  if ((Number(word) & TRUSTED_MACHINE) !== 0) return 'not_a_person';
  return (Number(word) & ACCOUNT_OFF) === 0 ? null : 'account_off';
}
