import { hasDuties, type Membership } from '@smartpar/access/console';
import { addressOf } from './navigation';

/** Where a person's day begins: where something may be waiting for them, else their own privacy. */
export function homeOf(memberships: readonly Membership[]): string {
  const duty = memberships.find((membership) => hasDuties(membership) && membership.kind !== 'workforce');
  if (duty !== undefined) return addressOf({ face: 'organization', path: 'home' }, duty.organizationId);
  return memberships.some((membership) => membership.kind === 'workforce' && membership.roles.length > 0) ? '/oversight' : '/my';
}
