import type { Ability } from '@smartpar/access/model';
import { DomainError, notFound } from '@smartpar/kernel';
import { subject } from '@smartpar/access/model';

/** Nobody is signed in. */
export const notSignedIn = (): DomainError => new DomainError({ code: 'not_signed_in', status: 401, message: 'Sign in to go on.' });

/** The session is good, but the act wants a fresh proof of identity. */
export const reauthenticationRequired = (): DomainError =>
  new DomainError({ code: 'reauthentication_required', status: 403, message: 'Confirm that it is you: enter your password again.' });

/**
 * Passes on a row the actor may do this to; missing and forbidden are one and the same 404.
 * @param row what the repository found, or nothing
 * @throws {DomainError} `not_found`
 */
export function allowedOr404<T extends object>(ability: Ability, action: string, noun: string, row: T | null | undefined): T {
  if (row === null || row === undefined || !ability.can(action, subject(noun, row))) throw notFound();
  return row;
}
