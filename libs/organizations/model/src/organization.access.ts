import { type AccessRules, holds } from '@smartpar/access/model';

/** Every member reads the profile of the organization they belong to; an owner changes it. */
export const organizationAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  allow('read', 'organization');
  if (holds(actor, 'owner')) allow('update', 'organization');
};
