import { decides, holds } from '../role';
import type { AccessRules } from '../rules';
import { GRANT_DECIDERS } from './timed-grant';

/**
 * Who may do what with a grant.
 *
 * `ask` is for those who work with members, for themselves; some ask for others too. `decide` says yes, less or no, by the rules of
 * decisions. `give` lets a role or a group see something until it is reviewed. Everybody reads what they asked for or hold, takes back what
 * they asked for, and gives back what they hold.
 */
export const grantAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  const mine = { granteeMemberId: actor.memberId };
  allow('read', 'grant', { $or: [mine, { requestedBy: actor.memberId }] });
  allow('withdraw', 'grant', { requestedBy: actor.memberId });
  allow('revoke', 'grant', mine);
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')) allow('ask', 'grant', mine);
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer')) allow('ask', 'grant');
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'grant');
  if (decides(actor, ...GRANT_DECIDERS)) allow(['read', 'decide'], 'grant');
  if (holds(actor, ...GRANT_DECIDERS)) allow('revoke', 'grant');
  if (holds(actor, ...GRANT_DECIDERS)) allow(['read', 'name'], 'deputy');
  if (holds(actor, 'owner')) allow('give', 'grant');
};
