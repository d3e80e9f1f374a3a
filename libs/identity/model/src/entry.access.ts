import { type AccessRules, holds } from '@smartpar/access/model';

/**
 * Who may sign a member out of the organization, wherever they are signed in. It takes nothing away, but whoever could do it to those above them over
 * and over could keep them out.
 */
export const entryAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'user-administrator', 'helpdesk')) allow('end', 'entry');
  if (!holds(actor, 'owner')) forbid('end', 'entry', { owner: true });
  if (!holds(actor, 'owner', 'user-administrator')) forbid('end', 'entry', { trusted: true });
};
