import type { AccessRules } from '@smartpar/access/model';

/** Every member sees what waits for them; what that is, the nouns themselves decide. */
export const waitingItemAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow('list', 'waiting-item');
};
