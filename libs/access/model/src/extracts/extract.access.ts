import { GRANT_DECIDERS } from '../grants/timed-grant';
import { decides, holds } from '../role';
import type { AccessRules } from '../rules';

/**
 * Who may do what with an extract.
 *
 * `ask` is for those who work with the list of members; of whom they may take out what, their grants say. `use` fetches one's own file, takes
 * the request back, or ends it, and is nobody else's. `decide` is for those who decide about grants. How many one may take out alone is the
 * owners' to say.
 */
export const extractAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer')) {
    allow('ask', 'extract');
    allow(['read', 'use'], 'extract', { requestedBy: actor.memberId });
  }
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'extract');
  if (decides(actor, ...GRANT_DECIDERS)) allow(['read', 'decide'], 'extract');
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'extract-rules');
  if (holds(actor, 'owner')) allow('change', 'extract-rules');
};
