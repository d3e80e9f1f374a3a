import type { AccessRules } from '@smartpar/access/model';

/** Every member reads what is kept about themself, and keeps their own phone number and language right. */
export const ownProfileAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow(['read', 'correct'], 'own-profile');
};
