import { longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { contactView } from './follow.contract';
import { dayText, instantText } from './moment.contract';
import { QUESTION_MAX } from './question.contract';
import { REQUEST_KINDS, REQUEST_STATES } from './request-kind';

/** `GET /organizations/:organizationId/my/administrator`: who administers my account and how to reach them. */
export const myAdministrator = z
  .object({
    organization: z.string(),
    legalEntity: z.string().nullable().describe('The legal entity that answers for my site.'),
    contact: contactView.nullable().describe('Null: nobody is named; a question still lands and has a clock.'),
    substitute: contactView.nullable(),
    smartpar: z.object({ email: z.string() }).describe('For what SmartPAR itself controls.'),
  })
  .meta({ id: 'MyAdministrator' });

/** Who administers my account. */
export type MyAdministrator = z.infer<typeof myAdministrator>;

/** `POST /organizations/:organizationId/my/requests`: asks directly; no confirmation mail is needed. */
export const askMine = z
  .strictObject({
    text: longText(QUESTION_MAX),
    kind: z.enum(REQUEST_KINDS).default('question').describe('When the person already knows what it is.'),
    to: z.enum(['organization', 'smartpar', 'both']).default('organization'),
    aboutContact: z.boolean().default(false).describe('It is a complaint about the very person who answers privacy questions here.'),
  })
  .meta({ id: 'AskMine' });

/** A question of a signed-in member. */
export type AskMine = z.infer<typeof askMine>;

/** One line of my questions. */
export const myRequestItem = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    askedAt: instantText(),
    promisedOn: dayText(),
    overdue: z.boolean(),
    to: z.enum(['organization', 'smartpar']),
    lastActivityAt: instantText(),
  })
  .meta({ id: 'MyRequestItem' });

/** One line of my questions. */
export type MyRequestItem = z.infer<typeof myRequestItem>;

/** `GET /organizations/:organizationId/my/requests`: newest first. */
export const myRequestList = pageOf(myRequestItem).meta({ id: 'MyRequestList' });

/** Query of my questions. */
export const myRequestQuery = pageQuery();

/** Answer to a question asked signed in: one part, or two when it was split. */
export const askedMine = z
  .object({ parts: z.array(z.object({ requestId: z.string(), reference: z.string(), to: z.enum(['organization', 'smartpar']), promisedOn: dayText() })) })
  .meta({ id: 'AskedMine' });

/** Where SmartPAR is reached about what SmartPAR itself controls. */
export const SMARTPAR_CONTACT = 'hello@smartpar.ai';
