import { type AccessRules, holds } from '@smartpar/access/model';

/** Roles whose holders may be asked to answer a request. */
export const ASSIGNABLE_ROLES = ['owner', 'privacy-officer', 'user-administrator', 'helpdesk'] as const;

/**
 * Who may do what with a privacy request.
 *
 * `list` is the inbox line without content; `read` the whole with its messages; `answer` everything that is written to it; `assign`
 * deciding who answers; `ask` asking one's own; `follow` and `append` one's own side of it.
 */
export const privacyRequestAccess: AccessRules = (actor, { allow, forbid }) => {
  if (actor.kind === 'person') allow(['follow', 'append'], 'privacy-request', { id: actor.requestId });
  if (actor.kind !== 'member') return;

  allow('ask', 'privacy-request');
  allow(['follow', 'append'], 'privacy-request', { memberId: actor.memberId });

  if (holds(actor, ...ASSIGNABLE_ROLES)) allow(['list', 'read', 'answer'], 'privacy-request', { assigneeId: actor.memberId });
  if (holds(actor, 'auditor')) allow('list', 'privacy-request');
  if (holds(actor, 'owner', 'privacy-officer')) allow(['list', 'read', 'answer', 'assign'], 'privacy-request');

  // What a complaint says never reaches the member it is about, whatever their role.
  forbid(['list', 'read', 'answer', 'assign'], 'privacy-request', { aboutMemberId: actor.memberId });
};
