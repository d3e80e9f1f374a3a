import { type AccessRules, holds } from '@smartpar/access/model';

/** Who says for how long the data of those who left is kept. */
export const periodAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'privacy-officer', 'user-administrator', 'auditor')) allow('read', 'retention-period');
  if (holds(actor, 'owner', 'privacy-officer')) allow('change', 'retention-period');
};
