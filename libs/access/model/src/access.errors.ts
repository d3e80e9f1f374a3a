import { conflict, type DomainError } from '@smartpar/kernel';

/** Somebody changed the grants first. */
export const grantsChangedMeanwhile = (): DomainError =>
  conflict('standing_grant.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');

/** A look that was made before and is over. */
export const revealOver = (): DomainError => conflict('reveal.over', 'This look is over. Look again with a reason, if you still need to.');
