import { conflict, type DomainError } from '@smartpar/kernel';

/** What was lifted stays lifted. */
export const holdLifted = (): DomainError => conflict('hold.lifted', 'This hold was lifted already. Place another one where something must be kept again.');

/** Somebody saved this first. */
export const periodChanged = (): DomainError =>
  conflict('retention_period.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');
