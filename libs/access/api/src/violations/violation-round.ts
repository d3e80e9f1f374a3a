import type { ViolationState } from '@smartpar/access/model';

/** In which round it is decided: first whether the report is true, then, where it was, whether the access comes back after all; `null` where nothing is to decide. */
export const roundOf = (state: ViolationState): number | null => (state === 'running' ? 1 : state === 'confirmed' ? 2 : null);
