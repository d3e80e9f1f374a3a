import { identifier } from '@smartpar/platform/contract';
import * as z from 'zod';

/** Most days one naming of a deputy lasts. */
export const LONGEST_DEPUTY_DAYS = 60;

const moment = () => z.string().meta({ format: 'date-time' });
const momentGiven = () => z.iso.datetime({ offset: true, error: 'Give a moment such as 2026-11-26T09:00:00Z.' });

/** `POST /organizations/:organizationId/deputies`: another member decides in my place for a while. */
export const namingDeputy = z
  .strictObject({ memberId: identifier(), from: momentGiven(), until: momentGiven() })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), { path: ['until'], error: 'It cannot end before it begins.' })
  .meta({ id: 'NamingDeputy' });

/** A deputy somebody names. */
export type NamingDeputy = z.infer<typeof namingDeputy>;

const member = z.object({ memberId: z.string(), number: z.int().nullable() });

/** One naming of a deputy. */
export const deputyLine = z.object({ id: z.string(), member, from: moment(), until: moment() }).meta({ id: 'Deputy' });

/** `GET /organizations/:organizationId/deputies`: who stands in for me, and for whom I do, now or soon. */
export const deputies = z.object({ forMe: z.array(deputyLine), byMe: z.array(deputyLine) }).meta({ id: 'Deputies' });

/** Who stands in for whom. */
export type Deputies = z.infer<typeof deputies>;
