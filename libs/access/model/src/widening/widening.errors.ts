import { conflict, type DomainError } from '@smartpar/kernel';

/** It does not wait any more. */
export const wideningSettled = (): DomainError =>
  conflict('standing_grant.widening_settled', 'This is settled already, or the grant was changed meanwhile. Load the page again to see how it stands.');
