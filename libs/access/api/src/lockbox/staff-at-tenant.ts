import { type MemberActor, STAFF_ROLES, type StaffActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';

/**
 * Staff as they act at another organization.
 * @param actor as they act in SmartPAR's workforce
 * @throws {DomainError} `not_found` for whoever is none of the staff, and at the workforce itself
 */
export function staffAt({ accountId, organizationId, roles, oversight }: MemberActor, tenantId: string): StaffActor {
  const role = STAFF_ROLES.find((known) => roles.some((held) => held === known));
  if (role === undefined || !oversight || tenantId === organizationId) throw notFound();
  return { kind: 'staff', accountId, organizationId: tenantId, role };
}
