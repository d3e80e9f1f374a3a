import { type Actor, ORGANIZATION_ROLES, type Role, STAFF_ROLES } from './actor';

/** Every role there is. */
export const ROLES: readonly Role[] = [...ORGANIZATION_ROLES, ...STAFF_ROLES];

/** Tells whether a role is one of SmartPAR's staff, which counts in the workforce organization only. */
export const isStaffRole = (role: Role): boolean => STAFF_ROLES.some((staffRole) => staffRole === role);

/**
 * Tells whether an actor is a member who holds one of some roles. A staff role held anywhere but in SmartPAR's
 * workforce counts for nothing.
 */
export const holds = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.kind === 'member' && actor.roles.some((role) => roles.includes(role) && (actor.oversight || !isStaffRole(role)));

/** Tells whether an actor holds one of some roles, or stands in for somebody who does. */
export const decides = (actor: Actor, ...roles: readonly Role[]): boolean =>
  holds(actor, ...roles) || (actor.kind === 'member' && (actor.standsInAs ?? []).some((role) => roles.includes(role)));

/** The i18n key of a role's name. */
export const roleWord = (role: Role): `access.roles.${Role}.name` => `access.roles.${role}.name`;

/** The i18n key of the sentence that says what a role is for. */
export const roleSentence = (role: Role): `access.roles.${Role}.sentence` => `access.roles.${role}.sentence`;
