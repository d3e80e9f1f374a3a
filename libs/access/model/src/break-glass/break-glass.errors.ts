import { conflict, type DomainError } from '@smartpar/kernel';

/** One at a time. */
export const breakGlassRunning = (): DomainError => conflict('break_glass.running', 'Yours is still running. End it first, or use it.');

/** Nobody judges themselves. */
export const breakGlassOwn = (): DomainError =>
  conflict('break_glass.own', 'This was you, or somebody you stand in for. Somebody else has to say whether it was justified.');

/** It was reviewed before. */
export const breakGlassReviewed = (): DomainError =>
  conflict('break_glass.reviewed', 'Somebody has reviewed this already. Load it again to see what they found.');
