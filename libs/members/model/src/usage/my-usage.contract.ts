import * as z from 'zod';
import { instantText } from '../moment.contract';
import { DEVICE_TYPES } from './usage-event.contract';
import { droppedOnDay, usageKindView } from './usage-rules.contract';
import { USAGE_KINDS } from './usage-kind';

/** Most sign-ins and diagnostics that are shown. */
export const SHOWN_RECORDS = 50;

/** How many weeks the chart goes back. */
export const CHART_WEEKS = 12;

const day = () => z.string().meta({ format: 'date' });
const lasting = { until: day().describe('The last day it is kept.'), source: z.string().nullable().describe('Name of the system that told of it.') };

/** A device somebody uses the app on, put together from all that was told of it. */
export const usedDevice = z
  .object({
    deviceId: z.string(),
    type: z.enum(DEVICE_TYPES),
    system: z.string().nullable(),
    browser: z.string().nullable(),
    otherIds: z.array(z.object({ name: z.string(), id: z.string() })),
    firstSeenAt: instantText(),
    lastSeenAt: instantText(),
    ...lasting,
  })
  .meta({ id: 'UsedDevice' });

/** A device somebody uses the app on. */
export type UsedDevice = z.infer<typeof usedDevice>;

/** A sign-in to the app. */
export const usageSignIn = z.object({ at: instantText(), address: z.string(), ...lasting }).meta({ id: 'UsageSignIn' });

/** A sign-in to the app. */
export type UsageSignIn = z.infer<typeof usageSignIn>;

/** How the app ran. */
export const usageDiagnostic = z
  .object({
    at: instantText(),
    code: z.string(),
    app: z.string().nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    ...lasting,
  })
  .meta({ id: 'UsageDiagnostic' });

/** How the app ran. */
export type UsageDiagnostic = z.infer<typeof usageDiagnostic>;

/** How much is kept of a week, by kind. */
export const usageWeek = z
  .object({ week: day().describe('Its Monday, in UTC.'), device: z.int(), 'sign-in': z.int(), diagnostic: z.int() })
  .meta({ id: 'UsageWeek' });

/** How much is kept of a week, by kind. */
export type UsageWeek = z.infer<typeof usageWeek>;

/** How much of a kind is kept in all, and since when. */
export const keptOfKind = z
  .object({ kind: z.enum(USAGE_KINDS), records: z.int(), since: instantText().nullable(), until: day().nullable() })
  .meta({ id: 'KeptOfKind' });

/** `GET /organizations/:organizationId/my/usage`: what the app told about whoever asks, in clear, since it is their own. */
export const myUsage = z
  .object({
    kinds: z.array(usageKindView),
    kept: z.array(keptOfKind),
    devices: z.array(usedDevice).describe('The one seen last first.'),
    signIns: z.array(usageSignIn).describe('The newest first.'),
    diagnostics: z.array(usageDiagnostic).describe('The newest first.'),
    weeks: z.array(usageWeek).describe('The oldest first, this week last.'),
    dropped: z.array(droppedOnDay).describe('Of everybody in the organization; whose it was is not kept.'),
  })
  .meta({ id: 'MyUsage' });

/** What the app told about whoever asks. */
export type MyUsage = z.infer<typeof myUsage>;
