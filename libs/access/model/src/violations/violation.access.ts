import { decides, holds } from '../role';
import type { AccessRules } from '../rules';

/**
 * Who reports that somebody broke what they promised, and who looks into it: never the one it is about; whoever reported it reads on and leaves
 * the decision to others. Everybody reads whether they are kept from others' data themselves.
 */
export const violationAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member') return;
  allow('read', 'own-suspension');
  if (holds(actor, 'owner', 'privacy-officer')) allow('report', 'violation');
  if (!decides(actor, 'owner', 'privacy-officer')) return;
  allow(['read', 'decide'], 'violation');
  forbid(['read', 'decide'], 'violation', { memberId: actor.memberId });
};
