import { type AccessRules, holds } from '@smartpar/access/model';

/** Who says how long one can come back, and when a member counts as dormant. */
export const lifeRulesAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'auditor')) allow('read', 'life-rules');
  if (holds(actor, 'owner')) allow('change', 'life-rules');
};
