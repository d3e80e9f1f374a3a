import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * Who keeps what would be removed. Whoever lets somebody go is asked about holds and may place one; lifting one lets data go for good, so that is
 * for owners and privacy officers. A hold lets nobody see anything of the member.
 */
export const holdAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'privacy-officer', 'user-administrator', 'auditor')) allow('read', 'hold');
  if (holds(actor, 'owner', 'privacy-officer', 'user-administrator')) allow('place', 'hold');
  if (holds(actor, 'owner', 'privacy-officer')) allow('lift', 'hold');
};
