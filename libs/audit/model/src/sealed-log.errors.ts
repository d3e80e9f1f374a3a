import { conflict } from '@smartpar/kernel';

/** An entry younger than the tree that is asked about. */
export const notSealedYet = () => conflict('audit.not_sealed_yet', 'This entry is not sealed in that checkpoint. Try again in a minute with the newest one.');

/** A tree larger than what is sealed. */
export const beyondTheLog = () => conflict('audit.beyond_the_log', 'The log is not sealed that far yet. Ask for a size up to that of the newest checkpoint.');
