import { emailAddress, identifier, locale, longText, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { dayText, instantText } from './moment.contract';
import { QUESTION_CONCERNS } from './request-kind';

/** Most characters of a question. */
export const QUESTION_MAX = 10_000;

/** Most characters of a link token. */
export const TOKEN_MAX = 600;

/** A token out of a link's fragment. */
export const linkToken = () => z.string().min(1).max(TOKEN_MAX);

/** `POST /questions`: a privacy question from anybody, without signing in. */
export const askQuestion = z
  .strictObject({
    identifier: emailAddress().describe('The e-mail address the person uses with SmartPAR.'),
    replyAddress: emailAddress().describe('Where the person wants to hear; may be a private address.'),
    organization: shortText(200).optional().describe('The organization, as the person calls it.'),
    text: longText(QUESTION_MAX),
    concerns: z.enum(QUESTION_CONCERNS).default('unsure'),
    aboutContact: z.boolean().default(false).describe('It is a complaint about the very person who answers privacy questions there.'),
    locale: locale().default('en').describe('Language of the mails to come.'),
  })
  .meta({ id: 'AskQuestion' });

/** A question as it was asked. */
export type AskQuestion = z.infer<typeof askQuestion>;

/** Answer to every question, the same for all: a confirmation mail is on its way. */
export const questionAsked = z
  .object({
    replyAddress: z.string().describe('Repeated as typed, so that a slip can be seen.'),
    askedAt: instantText(),
    promisedOn: dayText().describe("The day by which the person will hear, by the platform's own rule, once they confirm."),
    confirmBefore: instantText(),
  })
  .meta({ id: 'QuestionAsked' });

/** `POST /questions/confirmation/preview` and `POST /questions/confirmation/renewal`. */
export const confirmationToken = z.strictObject({ token: linkToken() }).meta({ id: 'ConfirmationToken' });

/** What a confirmation link would do. Opening it spends nothing. */
export const confirmationPreview = z
  .object({
    state: z.enum(['waiting', 'expired', 'done']).describe('"expired": ask for a fresh link, nothing is lost; "done": it was handed over already.'),
    askedAt: instantText(),
    confirmBefore: instantText(),
    doneAt: instantText().nullable(),
    text: z.string().nullable().describe('The question, while it waits or after the link expired; null once handed over.'),
    choices: z
      .array(z.object({ organizationId: z.string(), name: z.string() }))
      .describe('More than one: the person must say which organization is meant. Empty: nothing to choose.'),
    sites: z
      .array(z.object({ siteId: z.string(), name: z.string() }))
      .describe('More than one: the person must say at which site of the organization they are. Empty: nothing to choose.'),
  })
  .meta({ id: 'ConfirmationPreview' });

/** What a confirmation link would do. */
export type ConfirmationPreview = z.infer<typeof confirmationPreview>;

/** `POST /questions/confirmation`: hands the question over. Single use. */
export const confirmQuestion = z
  .strictObject({
    token: linkToken(),
    organizationId: identifier().optional().describe("One of the preview's choices, when there were any."),
    siteId: identifier().optional().describe("One of the preview's sites, when there were any."),
  })
  .meta({ id: 'ConfirmQuestion' });

/** The receipt. The same goes out by mail with the private link. */
export const questionReceipt = z
  .object({
    parts: z
      .array(
        z.object({
          reference: z.string(),
          organization: z.string().nullable().describe('Who answers; null while the identifier is not proved.'),
          followToken: z.string().describe('For the private link /follow#t=...'),
          promisedOn: dayText(),
        }),
      )
      .describe('One; two when a question is split between organization and SmartPAR.'),
    askedAt: instantText(),
  })
  .meta({ id: 'QuestionReceipt' });

/** A receipt. */
export type QuestionReceipt = z.infer<typeof questionReceipt>;

/** Answer to a renewal, the same for all: a fresh link is on its way to the reply address. */
export const confirmationRenewed = z.object({ confirmBefore: instantText() }).meta({ id: 'ConfirmationRenewed' });
