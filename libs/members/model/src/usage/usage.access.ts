import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * Who says which usage data is collected: owners. Those who look after privacy, check or speak for the people read it. Everybody reads what is kept
 * about themself, and nobody what is kept about anybody else.
 */
export const usageAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow('read', 'own-usage');
  if (holds(actor, 'owner', 'privacy-officer', 'auditor', 'works-council')) allow('read', 'usage-rules');
  if (holds(actor, 'owner')) allow('change', 'usage-rules');
};
