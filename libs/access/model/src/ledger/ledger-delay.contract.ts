import { identifier, longText, pageOf, pageQuery } from '@smartpar/platform/contract';
import * as z from 'zod';
import { citedLook } from '../violations/violation.contract';
import { LEDGER_DELAY_GROUNDS, LEDGER_DELAY_STATES } from './ledger-delay';

const moment = () => z.string().meta({ format: 'date-time' });

/** Most characters of what is said about a delay. */
export const DELAY_WORDS = { min: 10, max: 2000 } as const;

const words = () => longText(DELAY_WORDS.max).refine((text) => text.length >= DELAY_WORDS.min, { error: `Say it in at least ${DELAY_WORDS.min} characters.` });

/** `POST /organizations/:organizationId/ledger-delays`: one entry is told later, once somebody else agrees. Asked again while it is held back, it renews. */
export const requestLedgerDelay = z
  .strictObject({ entryId: identifier(), ground: z.enum(LEDGER_DELAY_GROUNDS), words: words().describe('Why the law allows it here.') })
  .meta({ id: 'RequestLedgerDelay' });

/** One entry to be told later. */
export type RequestLedgerDelay = z.infer<typeof requestLedgerDelay>;

/** A delay, as those who decide about it read it. */
export const ledgerDelayView = z
  .object({
    id: z.string(),
    look: citedLook,
    lookerNumber: z.string().nullable(),
    ground: z.enum(LEDGER_DELAY_GROUNDS),
    words: z.string(),
    state: z.enum(LEDGER_DELAY_STATES),
    requestedAt: moment(),
    requestedBy: z.object({ memberNumber: z.string(), self: z.boolean() }),
    renews: z.boolean().describe('The entry was held back before.'),
    lapsesAt: moment().describe('Without an answer it is refused then.'),
    until: moment().nullable(),
    decidedAt: moment().nullable(),
    decision: z.string().nullable().describe('What was said with the decision.'),
    may: z.object({ decide: z.boolean() }),
  })
  .meta({ id: 'LedgerDelay' });

/** A delay. */
export type LedgerDelayView = z.infer<typeof ledgerDelayView>;

/** `GET /organizations/:organizationId/ledger-delays`: newest first. */
export const ledgerDelayPage = pageOf(ledgerDelayView).meta({ id: 'LedgerDelayPage' });

/** Query of the list of delays. */
export const ledgerDelayQuery = pageQuery();

/** Query of the list of delays. */
export type LedgerDelayQuery = z.infer<typeof ledgerDelayQuery>;

/** `POST /organizations/:organizationId/ledger-delays/:delayId/decision`. */
export const decideLedgerDelay = z.strictObject({ outcome: z.enum(['approve', 'refuse']), words: words() }).meta({ id: 'DecideLedgerDelay' });

/** A decision about a delay. */
export type DecideLedgerDelay = z.infer<typeof decideLedgerDelay>;
