import type { Assignment } from '@smartpar/access/api';
import type { AuditEntry } from '@smartpar/audit/model';

/** What the log keeps where somebody gets, or no longer has, a custom role or one for a site or a group. */
export const furtherRoleEntry = (deed: 'assigned' | 'unassigned', { memberId, role, scope }: Omit<Assignment, 'id'>): AuditEntry => ({
  action: `member-role.${deed}`,
  target: { noun: 'member', id: memberId },
  facts: { role, scope: scope.kind, scopeId: scope.kind === 'all' ? null : scope.id },
});
