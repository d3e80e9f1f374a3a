import type { DomainError } from '@smartpar/kernel';
import { lastOwner } from './members.errors';

/**
 * The rule that an organization always keeps an owner who can act.
 * @param activeOwners the members who own the organization and are active, before the change
 * @param losing the member who would stop being one of them: removed, demoted, suspended or deactivated
 * @returns the refusal, or `null` when somebody remains
 */
export function refuseLosingOwner(activeOwners: readonly string[], losing: string): DomainError | null {
  if (!activeOwners.includes(losing)) return null;
  return activeOwners.some((memberId) => memberId !== losing) ? null : lastOwner();
}
