/** Where a member stands in their organization. */
export const MEMBERSHIP_STATUSES = ['invited', 'active', 'suspended', 'deactivated', 'de-identified'] as const;

/** Where a member stands in their organization. */
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

/** Kinds of organization, as far as an account's holder needs to tell them apart. */
export const ORGANIZATION_KINDS = ['tenant', 'workforce', 'direct-users'] as const;

/** A kind of organization. */
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** One line in an account's own index of where it is a member. It names, it does not entitle: access asks the members themselves. */
export interface Membership {
  readonly organizationId: string;
  readonly memberId: string;
  readonly organizationName: string;
  readonly kind: OrganizationKind;
  readonly status: MembershipStatus;
}
