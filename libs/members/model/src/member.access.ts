import { type AccessRules, holds, sightSentences } from '@smartpar/access/model';
import { externalAuditorAccess } from './auditors/external-auditor.access';
import { groupAccess } from './groups/group.access';
import { lifeRulesAccess } from './life/life-rules.access';
import { ownProfileAccess } from './own-profile.access';
import { provisioningAccess } from './provisioning/provisioning.access';
import { systemTokenAccess } from './tokens/system-token.access';
import { usageAccess } from './usage/usage.access';
import { attributeAccess } from './profile/attribute.access';

/** What is done to a member's account. */
const ADMINISTER = ['invite', 'suspend', 'reactivate', 'deactivate', 'place', 'correct'] as const;

/** What the desk does for somebody who cannot come in: see how their entry stands, and send their invitation again. */
const HELP = ['help', 'resend-invitation'] as const;

/**
 * Who may do what with a member.
 *
 * `list` is the list of members, `read` one of them, both by number and without personal data; `find` asks for one by exact address or
 * number. Personal data is `see` (unmasked) or `reveal` (one look, with a reason), category by category, as the grants say; `look` is one look
 * for a purpose, which stands beside the member's own facts.
 * `assign-role` makes somebody an owner, an officer or takes it away; `import` and `export` are for many at once.
 */
export const memberAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind !== 'member') return;
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'auditor')) allow('list', 'member');
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor')) allow('read', 'member');
  if (holds(actor, 'owner', 'user-administrator', 'privacy-officer', 'helpdesk')) allow('find', 'member');
  if (holds(actor, 'owner', 'user-administrator')) allow([...ADMINISTER, 'import', 'export'], 'member');
  // Whoever could suspend an owner could take the organization over.
  if (holds(actor, 'owner', 'user-administrator', 'helpdesk')) allow(HELP, 'member');
  if (!holds(actor, 'owner')) forbid('resend-invitation', 'member', { owner: true });
  if (!holds(actor, 'owner')) forbid(ADMINISTER, 'member', { owner: true });
  if (holds(actor, 'owner')) allow('assign-role', 'member');
  else forbid('assign-role', 'member', { owner: true });
  for (const { action, category, where } of sightSentences(actor.grants)) allow(action, 'member', [category], where);
};

/** What this slice says about who may do what. */
export const membersAccess: readonly AccessRules[] = [
  systemTokenAccess,
  usageAccess,
  memberAccess,
  ownProfileAccess,
  groupAccess,
  externalAuditorAccess,
  lifeRulesAccess,
  attributeAccess,
  provisioningAccess,
];
