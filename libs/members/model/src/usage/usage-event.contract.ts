import { identifier, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { DROP_REASONS, USAGE_KINDS } from './usage-kind';

/** Most events in one batch. */
export const MAX_BATCH = 500;

/** Most facts of one diagnostic. */
export const MAX_FACTS = 10;

/** Kinds of devices. */
export const DEVICE_TYPES = ['phone', 'tablet', 'computer', 'other'] as const;

const eventId = () => z.uuidv7({ error: 'An event has a UUID version 7 as its id, made when it happened.' }).toLowerCase();

/** Whom an event is about, in one of three ways. */
const aboutMember = z
  .strictObject({ externalId: shortText(200).optional(), memberId: identifier().optional(), accountId: identifier().optional() })
  .refine((named) => Object.values(named).filter((id) => id !== undefined).length === 1, {
    error: 'Name the member by exactly one of externalId, memberId and accountId.',
  });

const every = { id: eventId(), member: aboutMember };

const otherId = z.strictObject({ name: shortText(40), id: shortText(200) });

/** The device somebody uses the app on. */
const deviceEvent = z.strictObject({
  ...every,
  kind: z.literal('device'),
  deviceId: shortText(200).describe('The same for the same device, whenever it is told of.'),
  type: z.enum(DEVICE_TYPES),
  system: shortText(80).optional().describe('Operating system and its version.'),
  browser: shortText(80).optional().describe('Browser and its version, where there is one.'),
  otherIds: z.array(otherId).max(5).optional().describe('Other ids the device has, such as for notifications.'),
});

/** Somebody signed in to the app. */
const signInEvent = z.strictObject({
  ...every,
  kind: z.literal('sign-in'),
  address: z.union([z.ipv4(), z.ipv6()], { error: 'This is no IP address.' }).describe('The IP address it came from.'),
});

const FACT_NAME = /^[a-z][a-zA-Z0-9_]{0,39}$/;

/** How the app ran. */
const diagnosticEvent = z.strictObject({
  ...every,
  kind: z.literal('diagnostic'),
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/)
    .describe('What happened, as a word of the app: app.crash.'),
  app: shortText(40).optional().describe('Version of the app.'),
  facts: z
    .record(z.string().regex(FACT_NAME), z.union([z.number(), z.boolean(), shortText(100)]))
    .refine((facts) => Object.keys(facts).length <= MAX_FACTS, { error: `At most ${MAX_FACTS} facts go with a diagnostic.` })
    .optional(),
});

/** One thing the app tells about a member. It is no part of a body by itself, so that one faulty event does not spoil those beside it. */
export const usageEvent = z.discriminatedUnion('kind', [deviceEvent, signInEvent, diagnosticEvent]).meta({ id: 'UsageEvent' });

/** One thing the app tells about a member. */
export type UsageEvent = z.infer<typeof usageEvent>;

/** `POST /ingest/usage`: a batch of events, each judged by itself. */
export const usageBatch = z
  .strictObject({ events: z.array(z.unknown()).min(1).max(MAX_BATCH).describe('Each a device, a sign-in or a diagnostic; see docs/ingest.md.') })
  .meta({ id: 'UsageBatch' });

/** A batch of events. */
export type UsageBatch = z.infer<typeof usageBatch>;

/** What is wrong with an event. */
export const FAULT_CODES = ['invalid', 'in_the_future', 'too_old'] as const;

/** An event that can never be kept: sending it again as it is does not help. */
const faultyEvent = z.object({
  index: z.int().describe('Its place in the batch, from 0.'),
  code: z.enum(FAULT_CODES),
  field: z.string().nullable(),
  message: z.string(),
});

/** An event that can never be kept. */
export type FaultyEvent = z.infer<typeof faultyEvent>;

/** Events that were not kept, though nothing is wrong with them. */
export const droppedEvents = z.object({ kind: z.enum(USAGE_KINDS), reason: z.enum(DROP_REASONS), events: z.int() });

/** Events that were not kept, though nothing is wrong with them. */
export type DroppedEvents = z.infer<typeof droppedEvents>;

/** What became of a batch. `stored`, `known`, `dropped` and the faulty ones add up to what was sent. */
export const usageReceipt = z
  .object({
    stored: z.int().describe('New, and kept now.'),
    known: z.int().describe('Kept before, by their ids.'),
    dropped: z.int().describe('Not kept, and not to be sent again.'),
    reasons: z.array(droppedEvents).describe('Why they were dropped.'),
    faulty: z.array(faultyEvent),
  })
  .meta({ id: 'UsageReceipt' });

/** What became of a batch. */
export type UsageReceipt = z.infer<typeof usageReceipt>;
