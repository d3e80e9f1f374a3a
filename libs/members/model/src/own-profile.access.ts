import type { AccessRules } from '@smartpar/access/model';

/** Every member reads what is kept about themself, keeps their own phone number and language right, and may leave. */
export const ownProfileAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow(['read', 'correct', 'leave'], 'own-profile');
};
