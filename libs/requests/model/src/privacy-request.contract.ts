import { ROLES } from '@smartpar/access/model';
import { identifier, longText, pageOf, pageQuery, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { clockView } from './clock.contract';
import { dayText, instantText } from './moment.contract';
import { PAUSE_REASONS, REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_STATES } from './request-kind';
import { timelineItem } from './timeline.contract';

/** Most characters of one message of a request. */
export const MESSAGE_MAX = 20_000;

/** Query of the inbox: `GET /organizations/:organizationId/requests`. */
export const requestListQuery = pageQuery().extend({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  kind: z.enum(REQUEST_KINDS).optional(),
  assignee: z
    .union([z.literal('me'), z.literal('nobody'), identifier()])
    .optional()
    .describe('"me", "nobody", or the id of a member.'),
  overdue: z
    .enum(['true'])
    .transform(() => true as const)
    .optional()
    .describe('Only open requests whose date has passed.'),
  reference: shortText(20).optional().describe('Exact reference, as the person quotes it.'),
  order: z.enum(['due', 'recent']).default('due').describe('Soonest date first, or latest activity first.'),
});

/** What is asked of the inbox. */
export type RequestListQuery = z.infer<typeof requestListQuery>;

/** One line of the inbox: nothing personal beyond a member number. */
export const requestListItem = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    memberNumber: z.number().int().nullable().describe('Number of the member who asks; null for a person outside.'),
    askedAt: instantText(),
    dueAt: instantText().describe('End of the last day of the leading clock.'),
    paused: z.boolean(),
    overdue: z.boolean(),
    assigneeNumber: z.number().int().nullable(),
    lastActivityAt: instantText(),
  })
  .meta({ id: 'RequestListItem' });

/** One line of the inbox. */
export type RequestListItem = z.infer<typeof requestListItem>;

/** A page of the inbox. */
export const requestList = pageOf(requestListItem).meta({ id: 'RequestList' });

/** One request as those who answer see it: `GET /organizations/:organizationId/requests/:requestId`. */
export const requestView = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    outcome: z.enum(REQUEST_OUTCOMES).nullable(),
    person: z.object({
      memberId: z.string().nullable(),
      memberNumber: z.number().int().nullable(),
      identifier: z.string().nullable().describe('What the person says they use with SmartPAR; null when a signed-in member asked.'),
      proved: z.boolean().describe('The person has shown that the identifier is theirs. When false, send nothing personal before asking for proof.'),
    }),
    assignee: z.object({ memberId: z.string(), number: z.number().int() }).nullable(),
    aboutMemberId: z.string().nullable().describe('The member a complaint is about; they never see or receive anything of it.'),
    askedAt: instantText(),
    dueAt: instantText(),
    dueOn: dayText(),
    overdue: z.boolean(),
    paused: z.boolean(),
    closedAt: instantText().nullable(),
    lastActivityAt: instantText(),
    mayPauseFor: z.array(z.enum(PAUSE_REASONS)).describe('Reasons for which asking back may pause the leading clock here.'),
    clocks: z.array(clockView).describe('Leading first; replaced ones last, kept as they were.'),
    timeline: z.array(timelineItem),
    may: z.object({
      answer: z.boolean(),
      assign: z.boolean(),
      handOver: z.boolean().describe('A part may be handed to SmartPAR (not from SmartPAR to itself).'),
    }),
  })
  .meta({ id: 'Request' });

/** One request in full. */
export type RequestView = z.infer<typeof requestView>;

/** What became of the mails to the person: `GET .../requests/:requestId/mails`, newest first. */
export const requestMails = z
  .object({
    items: z.array(
      z.object({ at: instantText(), state: z.enum(['queued', 'sent', 'bounced', 'failed']).describe('"bounced": the address does not take mail.') }),
    ),
  })
  .meta({ id: 'RequestMails' });

/** What became of the mails to the person. */
export type RequestMails = z.infer<typeof requestMails>;

/** `POST .../classification`: what the request really is. The old clock's record is kept. */
export const classifyRequest = z
  .strictObject({
    kind: z.enum(REQUEST_KINDS),
    aboutMemberId: identifier().nullable().optional().describe('For a complaint: the member it is about; null clears.'),
  })
  .meta({ id: 'ClassifyRequest' });

/** `POST .../assignment`: who is to answer; null gives it back to everybody who may. */
export const assignRequest = z.strictObject({ memberId: identifier().nullable() }).meta({ id: 'AssignRequest' });

/** `POST .../notes`: an internal note, never shown to the person. */
export const addNote = z.strictObject({ text: longText(MESSAGE_MAX) }).meta({ id: 'AddNote' });

/** `POST .../replies`: a message to the person; the request stays open. */
export const replyToRequest = z.strictObject({ text: longText(MESSAGE_MAX) }).meta({ id: 'ReplyToRequest' });

/** `POST .../questions-back`: a question to the person. The clock stands still only where its rule allows the reason given. */
export const askBack = z
  .strictObject({
    text: longText(MESSAGE_MAX),
    pause: z
      .enum(PAUSE_REASONS)
      .nullable()
      .optional()
      .describe('Lawful reason to stop the clock until the person answers; refused where the rule does not allow it.'),
  })
  .meta({ id: 'AskBack' });

/** `POST .../resumption`: what was asked is settled without the person's message; the clock runs again. */
export const resumeRequest = z.strictObject({}).meta({ id: 'ResumeRequest' });

/** `POST .../closing`: the answer, and with it the end. No request closes without one. */
export const closeRequest = z.strictObject({ text: longText(MESSAGE_MAX), outcome: z.enum(REQUEST_OUTCOMES) }).meta({ id: 'CloseRequest' });

/** `POST .../reopening`: appends a message to an answered request, which opens it again with a new clock. */
export const reopenRequest = z.strictObject({ text: longText(MESSAGE_MAX) }).meta({ id: 'ReopenRequest' });

/** `POST .../parts`: hands to SmartPAR the part that asks about data SmartPAR controls; the person is told. */
export const handOverPart = z
  .strictObject({ text: longText(MESSAGE_MAX).describe('The part in question, as SmartPAR and the person will read it.') })
  .meta({ id: 'HandOverPart' });

/** Answer to every act on a request: where it stands now. */
export const requestAct = z
  .object({
    requestId: z.string(),
    entryId: z.string().describe('The message or event this act added to the timeline.'),
    state: z.enum(REQUEST_STATES),
    dueAt: instantText(),
  })
  .meta({ id: 'RequestAct' });

/** Where a request stands after an act. */
export type RequestAct = z.infer<typeof requestAct>;

/** `GET /organizations/:organizationId/members/assignable`: those who may answer. */
export const assignableMembers = z
  .object({
    items: z.array(
      z.object({
        memberId: z.string(),
        number: z.number().int(),
        roles: z.array(z.enum(ROLES)),
        line: z.string().nullable().describe('The name; null where whoever asks is shown no names of members.'),
      }),
    ),
  })
  .meta({ id: 'AssignableMembers' });
