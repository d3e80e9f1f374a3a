import { longText } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Why somebody reached the machines or the database themselves, past the console. */
export const INFRASTRUCTURE_ACCESS_KINDS = ['maintenance', 'fault', 'restore', 'security', 'compelled'] as const;

/** Why somebody reached the machines or the database themselves. */
export type InfrastructureAccessKind = (typeof INFRASTRUCTURE_ACCESS_KINDS)[number];

/** Access to the machines or the database themselves, as an operator records it. */
export const newInfrastructureAccess = z
  .strictObject({
    kind: z.enum(INFRASTRUCTURE_ACCESS_KINDS),
    from: z.iso.datetime({ offset: true, error: 'Give a moment such as 2026-11-26T09:00:00Z.' }),
    until: z.iso.datetime({ offset: true, error: 'Give a moment such as 2026-11-26T10:00:00Z.' }),
    words: longText(500),
  })
  .refine(({ from, until }) => Date.parse(from) <= Date.parse(until), { path: ['until'], error: 'It cannot end before it began.' });

/** Access to the machines or the database themselves. */
export type NewInfrastructureAccess = z.infer<typeof newInfrastructureAccess>;
