import type { MemberTrace } from '@smartpar/platform/database';

/** Columns of a member that name them, or lead to who they are. */
const NAMING = [
  ...['account_id', 'email', 'email_folded', 'first_name', 'last_name', 'name_folded', 'given_folded', 'phone', 'last_used_on'],
  ...['display_name', 'time_zone', 'country', 'department', 'employee_number', 'employee_number_folded', 'manager_id', 'private_email', 'private_phone'],
  ...['external_id', 'user_name', 'user_name_folded', 'directory_values'],
];

/**
 * What becomes of the line of a member: what names them goes, the link to their account too; their number, their states and where they worked
 * stay, so that the figures of an organization stay right. A column that is added joins one of the two lists.
 */
export const memberTrace: MemberTrace = {
  column: 'id',
  kind: 'profile',
  becomes: 'emptied',
  why: 'statistics',
  columns: Object.fromEntries(NAMING.map((column) => [column, null])),
  stays: [
    ...['organization_id', 'id', 'number', 'status', 'site_id', 'locale', 'version', 'created_at', 'worker_type', 'worker_until'],
    ...['guest', 'hidden_at', 'origin', 'changed_at', 'directory_name', 'private_email_folded'],
  ],
};
