import { identifier, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Most groups one organization may have. */
export const MAX_GROUPS = 500;

/** Most characters the name of a group may have. */
export const MAX_GROUP_NAME = 80;

/** Most members that are put into a group, or taken out, at once. */
export const MAX_GROUPED_AT_ONCE = 500;

/** Most groups that may stand one inside the other, the outermost among them. */
export const MAX_GROUP_LEVELS = 5;

/** Up to how many members of a group and of those inside it are counted. */
export const MOST_COUNTED = 10_000;

/** Who says who is in a group: people here, or the organization's directory. */
export const GROUP_SOURCES = ['hand', 'directory'] as const;

/** A group of members. It may stand inside another: whoever is in it is in that one as well. */
export const memberGroup = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.int().describe('How many members were put into it.'),
    everybody: z.int().describe(`How many members are in it or in a group inside it; ${MOST_COUNTED + 1} for more than are counted.`),
    parentId: z.string().nullable().describe('The group it stands inside; null for none.'),
    source: z.enum(GROUP_SOURCES).describe('A group of the directory is changed there, and not by hand.'),
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

/** `PUT /organizations/:organizationId/groups/:groupId/parent`: the group it is to stand inside, or null for none. */
export const groupParent = z.strictObject({ parentId: identifier().nullable() }).meta({ id: 'GroupParent' });

/** The group a group is to stand inside. */
export type GroupParent = z.infer<typeof groupParent>;

/** `POST .../groups/:groupId/members` and `.../members/removal`: who comes in, or goes. */
export const groupedMembers = z.strictObject({ memberIds: z.array(identifier()).min(1).max(MAX_GROUPED_AT_ONCE) }).meta({ id: 'GroupedMembers' });

/** Who comes into a group, or goes. */
export type GroupedMembers = z.infer<typeof groupedMembers>;

/** A group as it stands beside a member. */
export const groupOfMember = z
  .object({ id: z.string(), name: z.string(), put: z.boolean().describe('They were put into it; otherwise they are in a group inside it.') })
  .meta({ id: 'GroupOfMember' });

/** A group as it stands beside a member. */
export type GroupOfMember = z.infer<typeof groupOfMember>;
