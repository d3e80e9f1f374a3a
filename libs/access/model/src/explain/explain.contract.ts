import { identifier, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ORGANIZATION_ROLES } from '../actor';
import { PROFILE_CATEGORIES } from '../category';
import { GRANTED_ROLES } from '../grant';
import { SCOPE_KINDS } from '../grants/grant-scope';
import { askingForGrant } from '../grants/grant.contract';
import { ORGANIZATION_PURPOSES } from '../purpose';
import { roleKey, roleScope } from '../roles/role.contract';
import { sight } from '../sight';
import { EXPLAINED_STOPS } from './explained-stop';

const moment = () => z.string().meta({ format: 'date-time' });
const category = () => z.enum(PROFILE_CATEGORIES);

/** A member an explanation names. */
const explainedMember = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string().nullable().describe('null where it is not shown to whoever asks.'),
});

/** By what somebody may see something. */
export const explainedRule = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('role'), role: z.enum(GRANTED_ROLES) }).describe('What the role is given for good.'),
    z.object({
      kind: z.literal('grant'),
      grantId: z.string(),
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('member') }),
        z.object({ kind: z.literal('role'), role: z.enum(GRANTED_ROLES) }),
        z.object({ kind: z.literal('group'), name: z.string().nullable() }),
      ]),
      decidedAt: moment().nullable(),
      decidedBy: z
        .object({ number: z.int().nullable(), roles: z.array(z.enum(ORGANIZATION_ROLES)) })
        .nullable()
        .describe('With the deciding roles they hold now.'),
    }),
    z.object({ kind: z.literal('break-glass'), breakGlassId: z.string() }).describe('An emergency in which nobody was asked first.'),
    z.object({ kind: z.literal('to-be') }).describe('The grant that is only thought of.'),
    z.object({ kind: z.literal('untold') }).describe('Whoever asks may not read this rule.'),
  ])
  .meta({ id: 'ExplainedRule' });

/** By what somebody may see something. */
export type ExplainedRule = z.infer<typeof explainedRule>;

/** One thing that lets somebody see one category. */
export const explainedSight = z
  .object({
    category: category(),
    mode: z.enum(['shown', 'on-reveal']),
    purposes: z.array(z.enum(ORGANIZATION_PURPOSES)),
    scope: z.object({
      kind: z.enum(SCOPE_KINDS),
      places: z.array(z.string()).describe('Names of sites and groups, numbers of members; a privacy request is never named.'),
    }),
    until: moment().nullable(),
    rule: explainedRule,
  })
  .meta({ id: 'ExplainedSight' });

/** One thing that lets somebody see one category. */
export type ExplainedSight = z.infer<typeof explainedSight>;

/** One thing somebody may do, and the roles that let them. */
const explainedAbilityLine = z
  .object({
    name: z.string(),
    exceptOwners: z.boolean().describe('It does not hold for members who are owners.'),
    by: z.array(
      z.object({
        role: z.string().describe('A built-in role by its word, a custom one by its id.'),
        roleName: z.string().nullable().describe('The name of a custom role.'),
        scope: z.object({ kind: z.enum(['all', 'site', 'group']), name: z.string().nullable() }),
        deputy: z.boolean().describe('They stand in for somebody who holds it.'),
      }),
    ),
  })
  .meta({ id: 'ExplainedAbility' });

/** `GET /organizations/:organizationId/members/:memberId/explanation`: what somebody may see and do, and why. */
export const memberExplanation = z
  .object({
    member: explainedMember,
    at: moment(),
    stops: z.array(z.enum(EXPLAINED_STOPS)).describe('While there is one, nothing below counts.'),
    reportsTold: z.boolean().describe('Whoever asks would be told, were the person reported for breaking what they promised.'),
    undertakingSigned: z.boolean().describe('Nothing is revealed to anybody who has not signed it.'),
    everybody: sight.describe("How each category of anybody's data is met."),
    sees: z.array(explainedSight),
    does: z.array(explainedAbilityLine),
  })
  .meta({ id: 'MemberExplanation' });

/** What somebody may see and do, and why. */
export type MemberExplanation = z.infer<typeof memberExplanation>;

/** What is asked of `GET /organizations/:organizationId/members/:memberId/viewers`. */
export const viewerQuery = pageQuery().extend({ category: category() });

/** Of whose data of which category the viewers are asked for. */
export type ViewerQuery = z.infer<typeof viewerQuery>;

/** Somebody who may see a category of a member's data at this moment, and everything that lets them. */
export const viewerLine = z
  .object({ member: explainedMember, mode: z.enum(['shown', 'on-reveal']), undertakingSigned: z.boolean(), why: z.array(explainedSight) })
  .meta({ id: 'Viewer' });

/** Somebody who may see a category of a member's data. */
export type ViewerLine = z.infer<typeof viewerLine>;

/** Who may see one category of a member's data by what they are given, by member number. What is one's own needs no rule and is not among it. */
export const viewerPage = pageOf(viewerLine)
  .extend({
    of: explainedMember,
    through: z
      .array(z.object({ role: z.enum(GRANTED_ROLES), mode: z.enum(['shown', 'on-reveal']), purposes: z.array(z.enum(ORGANIZATION_PURPOSES)) }))
      .describe('Roles that are given it for good.'),
    reportsTold: z.boolean().describe('Whoever asks would be told, were somebody kept away by a report.'),
  })
  .meta({ id: 'ViewerPage' });

/** Who may see one category of a member's data. */
export type ViewerPage = z.infer<typeof viewerPage>;

/** `POST /organizations/:organizationId/members/:memberId/explanation/preview`: a change that is only thought of. */
export const thoughtOfChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['give-role', 'take-role']), role: roleKey(), scope: roleScope }),
    z.strictObject({ kind: z.literal('grant'), ...askingForGrant.pick({ categories: true, mode: true, purposes: true, scope: true, until: true }).shape }),
    z.strictObject({ kind: z.literal('end-grant'), grantId: identifier() }),
  ])
  .meta({ id: 'ThoughtOfChange' });

/** A change that is only thought of. */
export type ThoughtOfChange = z.infer<typeof thoughtOfChange>;

const changedSight = explainedSight.extend({ nothingNew: z.boolean().describe('Something else lets them see just as much.') });

/** What would be different for a member. */
export const changePreview = z
  .object({
    member: explainedMember,
    stops: z.array(z.enum(EXPLAINED_STOPS)).describe('While there is one, nothing they hold counts.'),
    abilities: z.object({ gained: z.array(z.string()), lost: z.array(z.string()) }),
    sight: z
      .object({ gained: z.array(changedSight), lost: z.array(changedSight) })
      .nullable()
      .describe('null where whoever asks may not read the standing grants.'),
  })
  .meta({ id: 'ChangePreview' });

/** What would be different for a member. */
export type ChangePreview = z.infer<typeof changePreview>;
