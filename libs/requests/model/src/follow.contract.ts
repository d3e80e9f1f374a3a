import { longText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { clockView } from './clock.contract';
import { dayText, instantText } from './moment.contract';
import { MESSAGE_MAX } from './privacy-request.contract';
import { linkToken } from './question.contract';
import { REQUEST_KINDS, REQUEST_STATES } from './request-kind';
import { personTimelineItem } from './timeline.contract';

/** How to reach the person who answers for an organization. */
export const contactView = z
  .object({ name: z.string(), email: z.string(), postalAddress: z.string().nullable(), languages: z.array(z.string()) })
  .meta({ id: 'RequestContact' });

/** How to reach the person who answers. */
export type ContactView = z.infer<typeof contactView>;

/** `POST /follow`: opens the private link of one request. */
export const followRequest = z.strictObject({ token: linkToken() }).meta({ id: 'FollowRequest' });

/** `POST /follow/messages`: the person continues; an answered request opens again. */
export const appendByLink = z.strictObject({ token: linkToken(), text: longText(MESSAGE_MAX) }).meta({ id: 'AppendByLink' });

/** `POST /organizations/:organizationId/my/requests/:requestId/messages`: the same, signed in. */
export const appendToMine = z.strictObject({ text: longText(MESSAGE_MAX) }).meta({ id: 'AppendToMine' });

/** One's own request, by link or signed in. */
export const ownRequestView = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    askedAt: instantText(),
    promisedOn: dayText().describe('The day by which the person will hear.'),
    overdue: z.boolean(),
    paused: z.boolean().describe("The clock waits for the person's answer."),
    closedAt: instantText().nullable(),
    answeredBy: z
      .object({ organization: z.string(), contact: contactView.nullable() })
      .nullable()
      .describe('Null until the identifier is proved or the organization has answered.'),
    clock: clockView.nullable().describe('How the promised day was computed; null while nobody may be named, and where the promise is not that of a clock.'),
    timeline: z.array(personTimelineItem),
  })
  .meta({ id: 'OwnRequest' });

/** One's own request. */
export type OwnRequestView = z.infer<typeof ownRequestView>;

/** Answer to a message appended by the person. */
export const ownRequestAct = z
  .object({ requestId: z.string(), entryId: z.string(), state: z.enum(REQUEST_STATES), promisedOn: dayText() })
  .meta({ id: 'OwnRequestAct' });
