import { holds } from '../role';
import type { AccessRules } from '../rules';

/**
 * Who may do what with a review of access. Owners start and stop one; whoever answers for privacy and whoever checks read them all. Whoever was
 * asked to review reads that review and answers in it, whatever role they hold, unless they are kept from others' data: the panel is whoever of it
 * is able now. The evidence of all of them is taken out by those who own and those who check.
 */
export const accessReviewAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  allow(['read', 'answer'], 'access-review', { panel: actor.memberId });
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'access-review');
  if (holds(actor, 'owner')) allow(['start', 'stop'], 'access-review');
  if (holds(actor, 'owner', 'auditor')) allow('take-out', 'evidence-pack');
};
