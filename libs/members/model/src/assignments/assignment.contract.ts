import { roleKey, roleScope } from '@smartpar/access/model';
import { identifier, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { MEMBER_STATUSES } from '../member';
import { shownProfile } from '../member.contract';
import { instantText } from '../moment.contract';

/** `POST .../members/:memberId/role-assignments`: gives a role, for the whole organization, a site or a group. */
export const assignmentInput = z.strictObject({ role: roleKey(), scope: roleScope }).meta({ id: 'AssignmentInput' });

/** A role to be given. */
export type AssignmentInput = z.infer<typeof assignmentInput>;

/** What is asked of `GET /organizations/:organizationId/role-assignments`. */
export const assignmentQuery = pageQuery().extend({
  role: roleKey().optional().describe('Those who hold this role.'),
  memberId: identifier().optional().describe('What this member holds.'),
});

/** What of the list of who holds what is asked for. */
export type AssignmentQuery = z.infer<typeof assignmentQuery>;

/** One role somebody holds. */
export const assignmentLine = z
  .object({
    id: z.string().nullable().describe('null for a built-in role of the whole organization, which is taken under `.../members/:memberId/roles/:role`.'),
    member: z.object({ id: z.string(), number: z.int(), status: z.enum(MEMBER_STATUSES), profile: shownProfile }),
    role: z.string().describe('A built-in role by its word, a custom one by its id.'),
    roleName: z.string().nullable().describe('The name of a custom role.'),
    scope: z.object({ kind: z.enum(['all', 'site', 'group']), id: z.string().nullable(), name: z.string().nullable() }),
    since: instantText(),
    by: z.int().nullable().describe('Number of the member who gave it; null where an operator did, or nobody knows.'),
  })
  .meta({ id: 'RoleAssignment' });

/** One role somebody holds. */
export type AssignmentLine = z.infer<typeof assignmentLine>;

/** Who holds what, by member number: members one may list. */
export const assignmentPage = pageOf(assignmentLine).meta({ id: 'RoleAssignments' });
