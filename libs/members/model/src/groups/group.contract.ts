import { identifier, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Most groups one organization may have. */
export const MAX_GROUPS = 500;

/** Most characters the name of a group may have. */
export const MAX_GROUP_NAME = 80;

/** Most members that are put into a group, or taken out, at once. */
export const MAX_GROUPED_AT_ONCE = 500;

/** A group of members. Groups lie side by side: none is inside another. */
export const memberGroup = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.int().describe('How many members are in it.'),
    version: z.int().describe('Goes with another name.'),
  })
  .meta({ id: 'MemberGroup' });

/** A group of members. */
export type MemberGroup = z.infer<typeof memberGroup>;

/** `GET /organizations/:organizationId/groups`: all of them, by name. */
export const memberGroups = z.object({ items: z.array(memberGroup) }).meta({ id: 'MemberGroups' });

/** `POST /organizations/:organizationId/groups`. */
export const groupInput = z.strictObject({ name: shortText(MAX_GROUP_NAME) }).meta({ id: 'GroupInput' });

/** A new group. */
export type GroupInput = z.infer<typeof groupInput>;

/** `PATCH /organizations/:organizationId/groups/:groupId`. */
export const groupChange = groupInput
  .extend({ version: z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.') })
  .meta({ id: 'GroupChange' });

/** Another name for a group. */
export type GroupChange = z.infer<typeof groupChange>;

/** `POST .../groups/:groupId/members` and `.../members/removal`: who comes in, or goes. */
export const groupedMembers = z.strictObject({ memberIds: z.array(identifier()).min(1).max(MAX_GROUPED_AT_ONCE) }).meta({ id: 'GroupedMembers' });

/** Who comes into a group, or goes. */
export type GroupedMembers = z.infer<typeof groupedMembers>;

/** A group as it stands beside a member. */
export const groupOfMember = z.object({ id: z.string(), name: z.string() }).meta({ id: 'GroupOfMember' });

/** A group as it stands beside a member. */
export type GroupOfMember = z.infer<typeof groupOfMember>;
