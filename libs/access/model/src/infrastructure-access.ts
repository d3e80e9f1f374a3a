import { longText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Why somebody reached the machines or the database themselves, past the console. */
export const INFRASTRUCTURE_ACCESS_KINDS = ['maintenance', 'fault', 'restore', 'security', 'compelled'] as const;

/** Why somebody reached the machines or the database themselves. */
export type InfrastructureAccessKind = (typeof INFRASTRUCTURE_ACCESS_KINDS)[number];

/** Grounds on which the organization may not be told yet: a court's order, a law, an investigation that telling would spoil, danger to a life. */
export const TELLING_BARS = ['court-order', 'law', 'investigation', 'danger-to-life'] as const;

/** A ground on which the organization may not be told yet. */
export type TellingBar = (typeof TELLING_BARS)[number];

const moment = (example: string) => z.iso.datetime({ offset: true, error: `Give a moment such as ${example}.` });

/** Access to the machines or the database themselves, as an operator records it. */
export const newInfrastructureAccess = z
  .strictObject({
    kind: z.enum(INFRASTRUCTURE_ACCESS_KINDS),
    from: moment('2026-11-26T09:00:00Z'),
    until: moment('2026-11-26T10:00:00Z'),
    words: longText(500),
    barredUntil: moment('2027-02-26T00:00:00Z').optional().describe('Until when the law forbids to tell; told on that moment.'),
    barredGround: z.enum(TELLING_BARS).optional(),
  })
  .refine(({ from, until }) => Date.parse(from) <= Date.parse(until), { path: ['until'], error: 'It cannot end before it began.' })
  .refine(({ barredUntil, barredGround }) => (barredUntil === undefined) === (barredGround === undefined), {
    path: ['barredGround'],
    error: 'Give both the ground on which it may not be told yet and until when, or neither.',
  })
  .refine(({ kind, barredUntil }) => barredUntil === undefined || kind === 'compelled', {
    path: ['barredUntil'],
    error: 'Only what an authority compelled may be kept back.',
  });

/** Access to the machines or the database themselves. */
export type NewInfrastructureAccess = z.infer<typeof newInfrastructureAccess>;
