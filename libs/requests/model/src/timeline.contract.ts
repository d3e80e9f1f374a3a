import * as z from 'zod';
import { instantText } from './moment.contract';
import { MESSAGE_KINDS, PAUSE_REASONS, REQUEST_KINDS, REQUEST_OUTCOMES } from './request-kind';

/** Who wrote or did something: the person, a member of the organization, or the system. */
export const timelineAuthor = z
  .object({
    kind: z.enum(['person', 'member', 'system']),
    memberId: z.string().nullable(),
    line: z.string().nullable().describe('How the member signs, such as "Dana Reyes, privacy officer"; null for person and system.'),
  })
  .meta({ id: 'TimelineAuthor' });

const event = <C extends string, S extends z.ZodRawShape>(code: C, shape: S) => z.object({ code: z.literal(code), ...shape });

/** Something that happened to a request other than a message. The console puts each into words; `code` names the sentence. */
export const requestEvent = z
  .discriminatedUnion('code', [
    event('received', {}),
    event('organization-typed', { name: z.string() }),
    event('site-chosen', { name: z.string(), legalEntity: z.string().nullable() }),
    event('classified', { from: z.enum(REQUEST_KINDS), to: z.enum(REQUEST_KINDS) }),
    event('assigned', { memberId: z.string().nullable(), line: z.string().nullable() }),
    event('concern-named', { memberId: z.string().nullable() }),
    event('clock-paused', { reason: z.enum(PAUSE_REASONS) }),
    event('clock-resumed', { dueOn: z.string() }),
    event('part-handed-over', { reference: z.string(), to: z.enum(['smartpar', 'organization']) }),
    event('part-received', { reference: z.string() }),
    event('reminded', { stage: z.enum(['half', 'four-fifths']) }),
    event('owners-told', {}),
    event('escalated', {}),
    event('answered', { outcome: z.enum(REQUEST_OUTCOMES) }),
    event('reopened', {}),
  ])
  .meta({ id: 'RequestEvent' });

/** One thing that happened to a request. */
export type RequestEvent = z.infer<typeof requestEvent>;

const place = { id: z.string(), at: instantText(), author: timelineAuthor };

/** One entry of a request's timeline: a message or an event, oldest first. */
export const timelineItem = z
  .discriminatedUnion('type', [
    z.object({ ...place, type: z.literal('message'), kind: z.enum(MESSAGE_KINDS), text: z.string() }),
    z.object({ ...place, type: z.literal('event'), event: requestEvent }),
  ])
  .meta({ id: 'TimelineItem' });

/** One entry of a timeline. */
export type TimelineItem = z.infer<typeof timelineItem>;

/** One entry of what the person sees of their own request: no internal note, no internal event, no member ids. */
export const personTimelineItem = z
  .discriminatedUnion('type', [
    z.object({
      id: z.string(),
      at: instantText(),
      type: z.literal('message'),
      from: z.enum(['you', 'organization']),
      line: z.string().nullable(),
      kind: z.enum(['from-person', 'reply', 'question-back', 'answer']),
      text: z.string(),
    }),
    z.object({ id: z.string(), at: instantText(), type: z.literal('event'), event: requestEvent }),
  ])
  .meta({ id: 'PersonTimelineItem' });

/** One entry of what the person sees. */
export type PersonTimelineItem = z.infer<typeof personTimelineItem>;
