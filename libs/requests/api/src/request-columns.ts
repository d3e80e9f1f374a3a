import type { ConditionColumns } from '@smartpar/platform/database';

/** The columns of `privacy_requests r` that the access file speaks of. */
export const REQUEST_CONDITIONS: ConditionColumns = {
  id: { sql: 'r.id', type: 'uuid' },
  memberId: { sql: 'r.member_id', type: 'uuid' },
  assigneeId: { sql: 'r.assignee_id', type: 'uuid' },
  aboutMemberId: { sql: 'r.about_member_id', type: 'uuid' },
};
