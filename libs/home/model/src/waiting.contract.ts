import { REQUEST_KINDS, REQUEST_STATES } from '@smartpar/requests/model';
import * as z from 'zod';
import { MOST_WAITING } from './waiting-item';

/** An instant in an answer: RFC 3339 in UTC. Not parsed again on its way out; the server made it. */
const instantText = () => z.string().meta({ format: 'date-time' });

const since = instantText().describe('Since when it waits.');

/** One thing that waits for whoever asks: ids, codes, references and numbers, never a name and never content. */
export const waitingItem = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('request').describe('A privacy request that whoever asks may answer.'),
      id: z.string(),
      dueAt: instantText().describe('End of the last day of the leading clock.'),
      since,
      facts: z.object({
        reference: z.string(),
        request: z.enum(REQUEST_KINDS),
        state: z.enum(REQUEST_STATES),
        paused: z.boolean(),
        overdue: z.boolean(),
        assigned: z.enum(['me', 'nobody']),
      }),
    }),
    z.object({
      kind: z.literal('privacy-contact').describe('Nobody is named whom members can ask.'),
      id: z.null(),
      dueAt: z.null(),
      since,
      facts: z.object({}),
    }),
    z.object({
      kind: z.literal('domain').describe('A mail domain the organization says is its own, and has not proved, or whose proof is missing by now.'),
      id: z.string(),
      dueAt: instantText().nullable().describe('When a proof that is missing is lost.'),
      since,
      facts: z.object({ domain: z.string(), state: z.enum(['claimed', 'failed', 'failing', 'lost']) }),
    }),
    z.object({
      kind: z.literal('claim-objection').describe('Somebody says that a claimed address is their own; whoever asks here may answer.'),
      id: z.string(),
      dueAt: instantText().describe('From then on SmartPAR answers.'),
      since,
      facts: z.object({ domain: z.string() }),
    }),
    z.object({
      kind: z.literal('domain-case').describe('Whose a domain is, or whether an account is left alone, waits for SmartPAR’s staff.'),
      id: z.string(),
      dueAt: z.null(),
      since,
      facts: z.object({ domain: z.string() }),
    }),
    z.object({
      kind: z.literal('dormant-members').describe('Members nobody has seen for long; it is suggested to look, and nothing happens by itself.'),
      id: z.null(),
      dueAt: z.null(),
      since,
      facts: z.object({ count: z.int().describe('Counted up to a limit.') }),
    }),
    z.object({
      kind: z.literal('widening').describe('A role is to see more by the word of an owner who holds it; whoever asks here may agree, or object.'),
      id: z.string(),
      dueAt: instantText().describe('From then on silence has refused it; where nobody may agree, it counts then.'),
      since,
      facts: z.object({ memberNumber: z.string() }),
    }),
    z.object({
      kind: z.literal('grant').describe('Somebody asks for access to data; whoever asks here may decide.'),
      id: z.string(),
      dueAt: instantText().describe('Unanswered until then, it is refused.'),
      since,
      facts: z.object({ memberNumber: z.string() }),
    }),
    z.object({
      kind: z.literal('extract').describe('Somebody wants to take out the data of many people; whoever asks here may agree.'),
      id: z.string(),
      dueAt: instantText().describe('Unanswered until then, it is refused.'),
      since,
      facts: z.object({ memberNumber: z.string(), people: z.int() }),
    }),
    z.object({
      kind: z.literal('access-review').describe('Roles and grants of others wait for whoever asks to say whether they are still needed.'),
      id: z.string(),
      dueAt: instantText().describe('When the time to answer is over.'),
      since,
      facts: z.object({ open: z.int() }),
    }),
    z.object({
      kind: z.literal('lockbox').describe('SmartPAR’s staff ask to look at data; whoever asks here may decide.'),
      id: z.string(),
      dueAt: instantText().describe('Unanswered until then, it is refused.'),
      since,
      facts: z.object({ caseReference: z.string() }),
    }),
    z.object({
      kind: z.literal('break-glass').describe('Somebody looked in an emergency without asking; whoever asks here may judge it.'),
      id: z.string(),
      dueAt: instantText().describe('Until when somebody has to say whether it was justified.'),
      since,
      facts: z.object({ memberNumber: z.string(), running: z.boolean() }),
    }),
    z.object({
      kind: z.literal('invitation').describe('An invitation that ran out and was neither accepted nor withdrawn; the id is the member’s.'),
      id: z.string(),
      dueAt: z.null(),
      since: instantText().describe('When it ran out.'),
      facts: z.object({ memberNumber: z.string() }),
    }),
    z.object({
      kind: z.literal('ledger-delay').describe('Somebody wants a look to be told later, and a second person has to agree.'),
      id: z.string(),
      dueAt: instantText().describe('When silence refuses it.'),
      since,
      facts: z.object({ memberNumber: z.string() }),
    }),
    z.object({
      kind: z.literal('volume-alert').describe('Somebody looked at others’ data unusually often, and somebody else says what came of it.'),
      id: z.string(),
      dueAt: z.null(),
      since,
      facts: z.object({ memberNumber: z.string() }),
    }),
    z.object({
      kind: z.literal('violation').describe('Somebody was reported for breaking what they promised, and two others decide.'),
      id: z.string(),
      dueAt: instantText().describe('When the access comes back by itself.'),
      since,
      facts: z.object({ memberNumber: z.string() }),
    }),
  ])
  .meta({ id: 'WaitingItem' });

/** One thing that waits for whoever asks. */
export type WaitingItem = z.infer<typeof waitingItem>;

/** `GET /organizations/:organizationId/waiting`: soonest clock first. */
export const waitingList = z
  .object({ items: z.array(waitingItem).max(MOST_WAITING), more: z.boolean().describe('More waits than is listed here.') })
  .meta({ id: 'WaitingList' });

/** What waits for whoever asks. */
export type WaitingList = z.infer<typeof waitingList>;
