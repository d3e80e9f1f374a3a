import { conflict, DomainError, invalid } from '@smartpar/kernel';

/** The code is wrong, was used before, or belongs to nobody; which of these is not said. */
export const codeRefused = (): DomainError =>
  new DomainError({
    code: 'second-factor.refused',
    status: 401,
    message: 'This code is not right, or was used already. Wait for the next one in your app, or use one of your recovery codes.',
  });

/** Too much time passed since the password was typed, or the sign-in was finished elsewhere. */
export const signInStartsOver = (): DomainError =>
  new DomainError({ code: 'sign-in.starts_over', status: 401, message: 'Too much time has passed. Sign in again with your password.' });

/** The code given to confirm an act is wrong or missing. */
export const codeWrong = (): DomainError =>
  invalid('second-factor.wrong', 'Type the code your authenticator app shows now, or one of your recovery codes.', [
    { field: 'code', code: 'second-factor.wrong', message: 'This code is not right, or was used already. Wait for the next one in your app.' },
  ]);

/** Nothing was prepared, or it waited too long for its first code. */
export const nothingPrepared = (): DomainError =>
  conflict('second-factor.nothing_prepared', 'This took too long, or was begun again elsewhere. Start again and scan the new picture.');

/** The account has no second factor. */
export const noSecondFactor = (): DomainError => conflict('second-factor.none', 'There is no second factor on this account.');

/** A private address has to be out of every organization's reach. */
export const addressNotPrivate = (): DomainError =>
  invalid('private-address.not_private', 'An organization you belong to could read mails to this address.', [
    {
      field: 'email',
      code: 'private-address.not_private',
      message: 'An organization you belong to could read mails to this address. Use one that is yours alone.',
    },
  ]);

/** There is no address to which a link could go. */
export const noPrivateAddress = (): DomainError =>
  conflict('private-address.none', 'There is no private address to write to. Use a recovery code, or write to SmartPAR from an address of your own.');

/** No such member whose second factor could be reset. */
export const unknownToReset = (): DomainError =>
  invalid('member.unknown', 'This is no member whose second factor you may reset.', [
    { field: 'memberNumber', code: 'unknown', message: 'This is no member whose second factor you may reset. Check the number.' },
  ]);

/** No such member who could be signed out. */
export const unknownToSignOut = (): DomainError =>
  invalid('member.unknown', 'This is no member whom you may sign out.', [
    { field: 'memberNumber', code: 'unknown', message: 'This is no member whom you may sign out. Check the number.' },
  ]);

/** No such member whose address could be changed. */
export const unknownToMove = (): DomainError =>
  invalid('member.unknown', 'This is no member whose sign-in address you may change.', [
    { field: 'memberNumber', code: 'unknown', message: 'This is no member whose sign-in address you may change. Check the number.' },
  ]);

/** The organization has no say in one of the two addresses. */
export const addressNotOfDomain = (): DomainError =>
  invalid('sign-in-address.not_of_domain', 'You may only change an address within domains your organization has proved.', [
    {
      field: 'email',
      code: 'sign-in-address.not_of_domain',
      message:
        'You may only change an address within domains your organization has proved. Check the new one, and whether the member signs in with such an address.',
    },
  ]);

/** Somebody else changed the requirement since it was read. */
export const requirementChangedMeanwhile = (): DomainError =>
  conflict('second-factor-requirement.changed_meanwhile', 'Somebody changed this meanwhile. Load the page again to see what holds now.');
