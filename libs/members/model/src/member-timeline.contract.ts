import { ROLES } from '@smartpar/access/model';
import { pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { instantText } from './moment.contract';

/** Query of `GET /organizations/:organizationId/members/:memberId/timeline`. */
export const memberTimelineQuery = pageQuery();

/** One thing that happened to a member, from the audit log: a code and facts, never a name. */
export const memberEvent = z
  .object({
    id: z.string(),
    at: instantText(),
    actor: z.object({
      kind: z.enum(['member', 'person', 'system', 'account', 'nobody']),
      memberNumber: z.string().nullable().describe('Number of the member who did it.'),
      roles: z.array(z.enum(ROLES)).describe('Roles they held at that moment.'),
    }),
    action: z.string().describe('member.invited, member.status-changed, member-role.granted ...'),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'MemberEvent' });

/** One thing that happened to a member. */
export type MemberEvent = z.infer<typeof memberEvent>;

/** What happened to a member, newest first. */
export const memberTimeline = pageOf(memberEvent).meta({ id: 'MemberTimeline' });
