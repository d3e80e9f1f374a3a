import { conflict, DomainError, invalid } from '@smartpar/kernel';
import type { RoleConflict } from './role-separation';

/** Somebody saved this role first. */
export const roleChangedMeanwhile = (): DomainError =>
  conflict('role.changed_meanwhile', 'Somebody changed this role while you were editing. Load it again, compare, and save once more.');

/** Two roles of one organization cannot share a name. */
export const roleNameTaken = (): DomainError =>
  invalid('role.name_taken', 'There is a role with this name already.', [{ field: 'name', code: 'taken', message: 'Type another name.' }]);

/** Nobody passes on what they do not have. */
export const moreThanOwn = (): DomainError =>
  invalid('role.more_than_own', 'A role can permit only what you may do yourself.', [
    { field: 'abilities', code: 'not_allowed', message: 'Take out what you may not do yourself. Load the page again to see what that is.' },
  ]);

/** No such ability. */
export const unknownAbility = (): DomainError =>
  invalid('role.unknown_ability', 'One of these cannot be put into a role.', [
    { field: 'abilities', code: 'unknown', message: 'Load the page again and choose from the list.' },
  ]);

/** Somebody holds it still. */
export const roleHeld = (): DomainError => conflict('role.held', 'Somebody still holds this role, or may see data by it. Take it from everybody first.');

/** The list is full. */
export const tooManyRoles = (most: number): DomainError =>
  conflict('role.too_many', `There can be at most ${most} roles of your own. Retire one you no longer need first.`);

/** No such role here. */
export const unknownRole = (): DomainError =>
  invalid('role.unknown', 'This role is not in the list.', [
    { field: 'role', code: 'unknown', message: 'Load the page again and choose a role from the list.' },
  ]);

/** The role is not held in parts. */
export const scopeRefused = (): DomainError =>
  invalid('role.scope_refused', 'This role holds for the whole organization only.', [
    { field: 'scope', code: 'not_allowed', message: 'Choose the whole organization.' },
  ]);

/** No such site or group. */
export const unknownScope = (): DomainError =>
  invalid('role.unknown_scope', 'This site or group is not in the list.', [
    { field: 'scope', code: 'unknown', message: 'Load the page again and choose from the list.' },
  ]);

/** Nobody gives what they do not hold. */
export const roleNotYours = (): DomainError =>
  invalid('role.not_yours', 'You can give only a role that you hold yourself, and only where you hold it.', [
    { field: 'role', code: 'not_allowed', message: 'Choose another role, or ask an owner.' },
  ]);

/** Two roles that one person may not hold together, or as many holders as may be. */
export function rolesConflict(reason: RoleConflict): DomainError {
  if (reason.kind === 'kept-apart') return refusal('role.kept_apart', 'This person holds a role that nobody may hold together with this one.', 'kept_apart');
  return refusal('role.limit_reached', `At most ${reason.most} people may hold this role, and so many do.`, 'limit_reached');
}

/** What is to be kept apart is held together now. */
export const heldTogether = (): DomainError =>
  new DomainError({
    code: 'role.held_together',
    status: 409,
    message: 'Somebody holds both of these roles now. Take one of them away first.',
    fields: [{ field: 'pairs', code: 'held_together', message: 'Take one of the two roles from everybody who holds both.' }],
  });

/** More hold the role now than are to hold it. */
export const overLimit = (): DomainError =>
  new DomainError({
    code: 'role.over_limit',
    status: 409,
    message: 'More people hold this role now than you want to allow.',
    fields: [{ field: 'limits', code: 'over_limit', message: 'Take the role from some of them first, or allow more.' }],
  });

const refusal = (code: string, message: string, field: string): DomainError =>
  new DomainError({ code, status: 409, message, fields: [{ field: 'role', code: field, message }] });
