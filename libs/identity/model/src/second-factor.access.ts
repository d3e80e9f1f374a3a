import { type AccessRules, holds } from '@smartpar/access/model';
import { entryAccess } from './entry.access';

/**
 * Who may do what about second factors in an organization. `read` and `set` are about whether members need one; `reset`
 * lets a member in without theirs, and reaches nothing but entry to this organization.
 */
export const secondFactorAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')) allow('read', 'second-factor-requirement');
  if (holds(actor, 'owner')) allow('set', 'second-factor-requirement');
  if (holds(actor, 'owner', 'user-administrator', 'helpdesk')) allow('reset', 'second-factor');
  if (holds(actor, 'owner')) allow('change', 'sign-in-address');
  // Whoever could reset an owner's could take the organization over; one's own is reset by a recovery code.
  if (!holds(actor, 'owner')) forbid('reset', 'second-factor', { owner: true });
  // Nor does the desk let in whoever may do more than any member: that would be a way up.
  if (!holds(actor, 'owner', 'user-administrator')) forbid('reset', 'second-factor', { trusted: true });
  forbid('reset', 'second-factor', { memberId: actor.memberId });
};

/** What this slice says about who may do what. */
export const identityAccess: readonly AccessRules[] = [secondFactorAccess, entryAccess];
