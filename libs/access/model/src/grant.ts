import { ORGANIZATION_ROLES, type Role } from './actor';
import { PROFILE_CATEGORIES, type ProfileCategory } from './category';
import { EVERYBODY } from './grants/grant-scope';
import type { HeldGrant } from './held-grant';
import { ORGANIZATION_PURPOSES, type OrganizationPurpose } from './purpose';

/** How a category is met: unmasked, behind a button that asks for a reason, or not at all. */
export const GRANT_MODES = ['shown', 'on-reveal', 'hidden'] as const;

/** How a category is met. */
export type GrantMode = (typeof GRANT_MODES)[number];

/** A role whose holders may be granted sight of members' data; the works council, which never sees a person, is none of them. */
export type GrantedRole = Exclude<(typeof ORGANIZATION_ROLES)[number], 'works-council'>;

const isGranted = (role: (typeof ORGANIZATION_ROLES)[number]): role is GrantedRole => role !== 'works-council';

/** Every role whose holders may be granted sight of members' data. */
export const GRANTED_ROLES: readonly GrantedRole[] = ORGANIZATION_ROLES.filter(isGranted);

/** What one role of an organization may see of one category, and for which purposes. */
export interface StandingGrant {
  readonly role: GrantedRole;
  readonly category: ProfileCategory;
  readonly mode: GrantMode;
  /** none exactly where the mode is `hidden` */
  readonly purposes: readonly OrganizationPurpose[];
}

const ADMINISTRATION: readonly OrganizationPurpose[] = ['administration', 'sign-in-help', 'support', 'security'];

/** What helps to reach somebody, or to harm them: nobody sees it without saying why. */
const ASKED_FOR: readonly ProfileCategory[] = ['user.contact.phone_number.work', 'user.contact.email.private', 'user.contact.phone_number.private'];

/** What those who let people in again have no business with. */
const isPrivate = (category: ProfileCategory): boolean => category.endsWith('.private');

const NOTHING = { mode: 'hidden', purposes: [] } as const;

const SHIPPED: Readonly<Record<GrantedRole, (category: ProfileCategory) => Omit<StandingGrant, 'role' | 'category'>>> = {
  owner: (category) =>
    ASKED_FOR.includes(category) ? { mode: 'on-reveal', purposes: ORGANIZATION_PURPOSES } : { mode: 'shown', purposes: ['administration'] },
  'user-administrator': (category) =>
    ASKED_FOR.includes(category) ? { mode: 'on-reveal', purposes: ADMINISTRATION } : { mode: 'shown', purposes: ['administration'] },
  'privacy-officer': () => ({ mode: 'on-reveal', purposes: ['privacy-request', 'wrongdoing', 'security'] }),
  helpdesk: (category) => (isPrivate(category) ? NOTHING : { mode: 'on-reveal', purposes: ['sign-in-help', 'support'] }),
  auditor: () => NOTHING,
};

/** The grants an organization starts with, until an owner changes them. */
export const SHIPPED_GRANTS: readonly StandingGrant[] = GRANTED_ROLES.flatMap((role) =>
  PROFILE_CATEGORIES.map((category) => ({ role, category, ...SHIPPED[role](category) })),
);

/**
 * The grants in force: what the organization changed, and as shipped where it changed nothing.
 * @param changed the organization's own, at most one for a role and category
 */
export const grantsInForce = (changed: readonly StandingGrant[]): readonly StandingGrant[] =>
  SHIPPED_GRANTS.map((shipped) => changed.find(({ role, category }) => role === shipped.role && category === shipped.category) ?? shipped);

/**
 * What somebody may see by the roles they hold, of everybody and for good.
 * @param roles as they are held
 * @param changed the organization's own grants
 * @returns one for each role and category of which they may see anything
 */
export const heldGrants = (roles: readonly Role[], changed: readonly StandingGrant[]): readonly HeldGrant[] =>
  grantsInForce(changed).flatMap(({ role, category, mode, purposes }) =>
    mode === 'hidden' || !roles.includes(role) ? [] : [{ id: `${role} ${category}`, category, mode, purposes, scope: EVERYBODY, until: null }],
  );
