import { pageOf } from '@smartpar/platform/contract';
import * as z from 'zod';
import { EVALUATION_KINDS, EVALUATION_ROLES } from './evaluation';

const moment = () => z.string().meta({ format: 'date-time' });
const day = () => z.string().meta({ format: 'date' });
const month = () => z.string().regex(/^\d{4}-\d{2}$/);

/** Version of the form below; a change of the form takes a new number and leaves old receipts as they are. */
export const RECEIPT_VERSION = 1;

/** Every evaluation of worker data an organization made in a month, counted by day, kind and role; none included. */
export const evaluationReceipt = z
  .object({
    v: z.literal(RECEIPT_VERSION),
    organization: z.string(),
    month: month(),
    from: moment(),
    until: moment().describe('The end of the month, where the organization is; it does not belong to it.'),
    none: z.boolean().describe('Nothing was evaluated.'),
    evaluations: z.array(
      z.object({
        day: day(),
        kind: z.enum(EVALUATION_KINDS),
        system: z.boolean().describe('No person asked for it.'),
        roles: z.array(z.enum(EVALUATION_ROLES)),
        runs: z.int(),
        people: z.int().describe('What how many people did was looked at, over all runs.'),
        alerts: z.int(),
      }),
    ),
    rules: z
      .array(z.object({ since: moment().nullable(), needed: z.boolean(), reference: z.string().nullable(), validUntil: day().nullable() }))
      .describe('Whether an agreement was needed and which there was: at the beginning of the month, and each change in it.'),
  })
  .meta({ id: 'EvaluationReceipt' });

/** Every evaluation of worker data an organization made in a month. */
export type EvaluationReceipt = z.infer<typeof evaluationReceipt>;

const line = { id: z.string(), month: month(), madeAt: moment(), none: z.boolean(), runs: z.int() };

/** A receipt in the list. */
export const receiptLine = z.object(line).meta({ id: 'EvaluationReceiptLine' });

/** A receipt in the list. */
export type ReceiptLine = z.infer<typeof receiptLine>;

/** `GET /organizations/:organizationId/evaluation-receipts`: newest month first. */
export const receiptPage = pageOf(receiptLine).meta({ id: 'EvaluationReceiptPage' });

/** A receipt with its signature: `GET /organizations/:organizationId/evaluation-receipts/:receiptId`. */
export const signedReceipt = z
  .object({
    receipt: evaluationReceipt,
    note: z
      .string()
      .describe(
        'A signed note as in c2sp.org/signed-note: whose receipt it is, and then its month and the SHA-256 in base64 of the receipt as canonical JSON (RFC 8785).',
      ),
    keys: z.array(z.string()).describe('The verifier keys of the organization’s log; one of them signed it.'),
  })
  .meta({ id: 'SignedEvaluationReceipt' });

/** A receipt with its signature. */
export type SignedReceipt = z.infer<typeof signedReceipt>;
