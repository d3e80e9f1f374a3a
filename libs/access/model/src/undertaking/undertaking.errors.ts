import { conflict, type DomainError } from '@smartpar/kernel';

/** Whoever looks at others' data has to have signed the undertaking in force. */
export const undertakingUnsigned = (): DomainError =>
  conflict('undertaking.unsigned', 'Before you look at other people’s data, read and sign what you promise. Then look again.');

/** Another version came into force first. */
export const undertakingChanged = (): DomainError =>
  conflict('undertaking.changed_meanwhile', 'There is another version by now. Load it again and read that one.');
