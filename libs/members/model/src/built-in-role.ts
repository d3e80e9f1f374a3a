import { ORGANIZATION_ROLES, type Role, STAFF_ROLES } from '@smartpar/access/model';

/** A role there is from the start. */
export interface BuiltInRole {
  readonly role: Role;
  /** who can hold it: people of any organization, or only SmartPAR's own staff */
  readonly heldIn: 'any-organization' | 'workforce';
}

/** The roles there are from the start, the organization's own first. Their words are `access.roles.<role>` in every language. */
export const BUILT_IN_ROLES: readonly BuiltInRole[] = [
  ...ORGANIZATION_ROLES.map((role): BuiltInRole => ({ role, heldIn: 'any-organization' })),
  ...STAFF_ROLES.map((role): BuiltInRole => ({ role, heldIn: 'workforce' })),
];

/**
 * Tells whether a role may be held in an organization.
 * @param workforce the organization is SmartPAR's own people
 */
export const mayBeHeldIn = (role: Role, { workforce }: { readonly workforce: boolean }): boolean =>
  workforce || BUILT_IN_ROLES.some((known) => known.role === role && known.heldIn === 'any-organization');
