import { type AccessRules, holds } from '@smartpar/access/model';

/** Whoever reads the log keeps views of it, and shares them with the others; owners remove what is shared. */
export const logViewAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind !== 'member' || !holds(actor, 'owner', 'privacy-officer', 'auditor')) return;
  allow('create', 'audit-view');
  allow('read', 'audit-view', { $or: [{ keptBy: actor.memberId }, { shared: true }] });
  allow(['change', 'remove'], 'audit-view', { keptBy: actor.memberId });
  if (holds(actor, 'owner')) allow('remove', 'audit-view', { shared: true });
};
