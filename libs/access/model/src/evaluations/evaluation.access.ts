import { holds } from '../role';
import type { AccessRules } from '../rules';

/**
 * Who reads which evaluations of worker data were made: as such, never of whom. The works council reads this and nothing about anybody. Owners
 * say whether an agreement is needed and which one there is. Everybody reads whether evaluations are on.
 */
export const evaluationAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  allow('read', 'own-evaluations');
  if (holds(actor, 'owner', 'privacy-officer', 'auditor', 'works-council')) allow('read', ['evaluation', 'evaluation-receipt', 'evaluation-rules']);
  if (holds(actor, 'works-council', 'privacy-officer')) allow('receive', 'evaluation-receipt');
  if (holds(actor, 'owner')) allow('change', 'evaluation-rules');
};

/** Who is told that somebody looked unusually often, and settles it: never the one it is about. */
export const volumeAlertAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member' || !holds(actor, 'owner', 'privacy-officer')) return;
  allow(['read', 'settle'], 'volume-alert');
  forbid(['read', 'settle'], 'volume-alert', { memberId: actor.memberId });
};
