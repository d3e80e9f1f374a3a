import type { AccessRules } from './rules';

/** Every member may ask what they may do. */
export const abilitiesAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow('read', 'abilities');
};
