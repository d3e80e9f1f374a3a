import { DomainError } from '@smartpar/kernel';
import { invalidValue, lastOwnerStays, notUnique, versionMismatch } from '@smartpar/members/model';
import { etagOf } from './user-row';

/** What other parts refuse with, in the words of the protocol. */
const SAID: Readonly<Record<string, (message: string) => DomainError>> = {
  'member.last_owner': lastOwnerStays,
  'member.address_taken': () => notUnique('emails: Another user has this address for work.'),
  'member.unknown_manager': () => invalidValue('manager: There is no such user.'),
  'group.name_taken': () => notUnique('displayName is taken by another group.'),
  'group.too_many': (message) => invalidValue(message),
};

/**
 * Says a refusal of another part as the protocol does.
 * @throws the refusal, or whatever else it was
 */
export function sayScim(error: unknown): never {
  if (error instanceof DomainError) throw SAID[error.code]?.(error.message) ?? error;
  throw error;
}

/**
 * Refuses a change that is based on another version than there is.
 * @param ifMatch the header; `*` is any version
 * @throws {DomainError} `scim.version`
 * @see RFC 9110 section 13.1.1
 */
export function refuseOlder(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!namesVersion(ifMatch, version)) throw versionMismatch();
}

/** Whether a list of versions names one; whether it is called weak makes no difference here. */
export const namesVersion = (header: string, version: number): boolean =>
  header.split(',').some((one) => one.trim().replace(/^W\//, '') === etagOf(version).replace(/^W\//, ''));
