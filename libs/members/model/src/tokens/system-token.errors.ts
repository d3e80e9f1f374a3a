import { conflict, DomainError } from '@smartpar/kernel';
import { MAX_LIVE_TOKENS } from './system-token';

/** Whatever is wrong with a token, the answer is the same. */
export const tokenInvalid = (): DomainError =>
  new DomainError({
    code: 'token.invalid',
    status: 401,
    message: 'This token does not let anybody in. Send "Authorization: Bearer", a space and a token that is for this and still works.',
  });

/** What was made is not shown a second time. */
export const tokenShownBefore = (): DomainError =>
  conflict('token.shown_before', 'This token was made before, and it is shown only once. If nobody kept it, end it and make another one.');

/** It works no longer, so that nothing takes its place. */
export const tokenOver = (): DomainError => conflict('token.over', 'This token no longer works, or there is one in its place already. Load the list again.');

/** The list is full. */
export const tooManyTokens = (): DomainError =>
  conflict('token.too_many', `At most ${MAX_LIVE_TOKENS} tokens work at once. End one that is no longer needed first.`);
