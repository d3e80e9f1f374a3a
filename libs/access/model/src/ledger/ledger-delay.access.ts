import { decides, holds } from '../role';
import type { AccessRules } from '../rules';

/** Who may have an entry told later, and who agrees to it: never the one whose data was looked at. */
export const ledgerDelayAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member' || !decides(actor, 'owner', 'privacy-officer')) return;
  if (holds(actor, 'owner', 'privacy-officer')) allow('request', 'ledger-delay');
  allow(['read', 'decide'], 'ledger-delay');
  forbid(['read', 'decide'], 'ledger-delay', { memberId: actor.memberId });
};
