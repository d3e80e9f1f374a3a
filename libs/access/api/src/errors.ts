import type { Ability } from '@smartpar/access/model';
import { DomainError, notFound } from '@smartpar/kernel';
import { subject } from '@smartpar/access/model';

/** Nobody is signed in. */
export const notSignedIn = (): DomainError => new DomainError({ code: 'not_signed_in', status: 401, message: 'Sign in to go on.' });

/** No token, or one that is none or no longer: which of these is not told. */
export const noToken = (): DomainError =>
  new DomainError({ code: 'token.not_accepted', status: 401, message: 'The token is missing, unknown, expired or revoked. Send one that is in force.' });

/** The token is good, but does not reach this. */
export const beyondToken = (): DomainError =>
  new DomainError({ code: 'token.beyond', status: 403, message: 'This token may not do this. Make one in the console that reaches further.' });

/** The session is good, but the act wants a fresh proof of identity. */
export const reauthenticationRequired = (): DomainError =>
  new DomainError({ code: 'reauthentication_required', status: 403, message: 'Confirm that it is you: enter your password again.' });

/** The organization asks for a second factor before it lets anybody in. */
export const secondFactorRequired = (): DomainError =>
  new DomainError({
    code: 'second-factor.required',
    status: 403,
    message: 'This organization lets people in with a second factor only. Set one up, or sign in with it.',
  });

/** The session was opened by an organization's reset, and what is the person's own stays closed. */
export const ownSideClosed = (): DomainError =>
  new DomainError({
    code: 'my-privacy.closed',
    status: 403,
    message: 'Your organization reset your second factor. Your own side stays closed until you prove that it is you.',
  });

/** The session was opened by an organization's reset and reaches no further than that organization. */
export const sessionLimited = (): DomainError =>
  new DomainError({
    code: 'session.limited',
    status: 403,
    message: 'An organization reset your second factor. Prove first that it is you, with a recovery code or a link to your private address.',
  });

/**
 * Passes on a row the actor may do this to; missing and forbidden are one and the same 404.
 * @param row what the repository found, or nothing
 * @throws {DomainError} `not_found`
 */
export function allowedOr404<T extends object>(ability: Ability, action: string, noun: string, row: T | null | undefined): T {
  if (row === null || row === undefined || !ability.can(action, subject(noun, row))) throw notFound();
  return row;
}
