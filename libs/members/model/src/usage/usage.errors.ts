import { conflict, type DomainError } from '@smartpar/kernel';

/** Somebody saved the rules first. */
export const usageRulesChangedMeanwhile = (): DomainError =>
  conflict('usage_rules.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');
