import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import { LONGEST_AUDIT_DAYS } from './external-auditor.contract';

/** Whoever checks from outside does nothing else in the organization. */
export const auditorHoldsRoles = (): DomainError =>
  conflict('external_auditor.holds_roles', 'Somebody from outside who checks holds no other role here. Take the others from them first.');

/** Neither do they get one while they check. */
export const auditorGetsRole = (): DomainError =>
  conflict('external_auditor.gets_role', 'Somebody from outside who checks here gets no other role. End that first.');

/** Somebody who was let go is let in nowhere. */
export const auditorNotThere = (): DomainError =>
  conflict('external_auditor.not_there', 'Only an active or invited member can be let in to check. Invite them first, or let them come back.');

/** It ends, soon, and not in the past. */
export const auditTooLong = (): DomainError =>
  invalid('external_auditor.too_long', 'This is not a time somebody from outside can be let in for.', [
    { field: 'until', code: 'out_of_range', message: `Choose a day within ${LONGEST_AUDIT_DAYS} days.` },
  ]);
