import { ROLES, sight } from '@smartpar/access/model';
import { identifier, MAX_PAGE_SIZE, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { MEMBER_STATUSES } from './member';
import { memberSite, shownProfile } from './member.contract';

/** States a list can be asked for; whoever was de-identified is a number there, found by no name and no address. */
export const LISTED_STATUSES = ['invited', 'active', 'suspended', 'deactivated', 'de-identified'] as const;

/** Most characters of a search. */
export const MAX_SEARCH = 254;

/** Orders of the list; by name only for those who see names. */
export const MEMBER_ORDERS = ['name', 'number', 'newest'] as const;

/**
 * `POST /organizations/:organizationId/members/search`: a reading, though by POST: what is searched for, and where a page ends, may be a
 * person's name. Whoever may list gets a page; whoever may only find gets nothing without an exact address or number.
 */
export const memberSearch = z
  .strictObject({
    search: shortText(MAX_SEARCH)
      .optional()
      .describe(
        'Beginning of a name (either name first) or address one sees; a whole number (M-10422); a whole address, which is counted where addresses are not shown.',
      ),
    status: z.enum(LISTED_STATUSES).optional(),
    siteId: identifier().nullable().optional().describe('null: those without a site.'),
    dormant: z.literal(true).optional().describe('Only those who have not used the organization for long, for whoever may let members go.'),
    role: z.enum(ROLES).optional(),
    groupId: identifier().optional(),
    order: z
      .enum(MEMBER_ORDERS)
      .optional()
      .describe(
        'Left out: by name where names are seen, else by number. Beginnings of names and addresses come in the order in which they match: last name, first name, address.',
      ),
    size: z.int().min(1).max(MAX_PAGE_SIZE).default(50).describe('How many items the page holds at most.'),
    after: z.string().max(2500).optional().describe('The `next` cursor of the page before.'),
  })
  .meta({ id: 'MemberSearch' });

/** What the list of members is asked for. */
export type MemberSearch = z.infer<typeof memberSearch>;

/** One line of the list: the number stands for the member where no name is shown. */
export const memberListItem = z
  .object({
    id: z.string(),
    number: z.number().int(),
    status: z.enum(MEMBER_STATUSES),
    site: memberSite.nullable(),
    roles: z.array(z.enum(ROLES)),
    further: z.int().describe('How many roles they hold beside these: of the organization’s own, or for a site or a group.'),
    profile: shownProfile,
  })
  .meta({ id: 'MemberListItem' });

/** One line of the list. */
export type MemberListItem = z.infer<typeof memberListItem>;

/** How a search was understood: there was none, as a beginning, as a whole number or address, or not at all, since nothing of it is seen here. */
export const UNDERSTOOD = ['all', 'beginning', 'exact', 'nothing'] as const;

/** A page of the list. It is not counted how many there are. */
export const memberPage = z
  .object({
    items: z.array(memberListItem),
    next: z.string().nullable().describe('Cursor of the next page; null on the last one.'),
    sight,
    understood: z.enum(UNDERSTOOD),
  })
  .meta({ id: 'MemberPage' });

/** A page of the list. */
export type MemberPage = z.infer<typeof memberPage>;
