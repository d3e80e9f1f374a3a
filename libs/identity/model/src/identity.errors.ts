import { conflict, DomainError, invalid, tooMany } from '@smartpar/kernel';
import type { PasswordFault } from './password';

/** Address or password is wrong; which of the two is not said, and whether the account exists neither. */
export const signInRefused = (): DomainError =>
  new DomainError({
    code: 'sign-in.refused',
    status: 401,
    message: 'The e-mail address or the password is not right. Check both and try again, or choose a new password.',
  });

/**
 * Too many failed attempts.
 * @param retryAfterSeconds after how many seconds to try again
 */
export const signInThrottled = (retryAfterSeconds: number): DomainError =>
  tooMany('sign-in.throttled', `There were too many attempts. Wait ${retryAfterSeconds} seconds, then try again.`, retryAfterSeconds);

/** The password given to confirm an act is not the account's. */
export const passwordWrong = (field: string): DomainError =>
  invalid('password.wrong', 'This is not your current password.', [
    { field, code: 'password.wrong', message: 'This is not your current password. Type the password you signed in with.' },
  ]);

const FAULT_TEXT: Readonly<Record<PasswordFault, string>> = {
  too_short: 'Use at least 12 characters. A few words that do not belong together are easy to remember.',
  too_long: 'Use at most 128 characters.',
  common: 'This password is on the lists that attackers try first. Choose another one.',
  own_data: 'This password is made of your name, address or organization. Choose words that have nothing to do with you.',
  too_weak: 'This password is easy to guess. Add another word or two that do not belong together.',
  unchanged: 'This is your current password. Choose another one.',
};

/** The new password may not be used; the field says why. */
export const passwordUnfit = (fault: PasswordFault): DomainError =>
  invalid(`password.${fault}`, FAULT_TEXT[fault], [{ field: 'newPassword', code: `password.${fault}`, message: FAULT_TEXT[fault] }]);

/** The link was used, replaced by a newer one, is too old, or was never made by us. Which of these is not said. */
export const linkSpent = (): DomainError =>
  new DomainError({
    code: 'link.spent',
    status: 410,
    message: 'This link no longer works. It may be too old, used already, or replaced by a newer one. Ask for a new one.',
  });

/** It is the address the account has. */
export const sameAddress = (): DomainError =>
  invalid('account.same_address', 'You sign in with this address already.', [
    { field: 'email', code: 'account.same_address', message: 'You sign in with this address already. Type the one you want to move to.' },
  ]);

/** An account with that address exists. Only ever said to operators and other parts of the product, never to strangers. */
export const addressTaken = (): DomainError => conflict('account.address_taken', 'An account with this e-mail address exists already.');
