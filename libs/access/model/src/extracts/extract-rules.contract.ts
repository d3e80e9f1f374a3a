import * as z from 'zod';
import { EXTRACT_MOST_ALONE } from './extract';

const rules = {
  aloneUpTo: z
    .int()
    .min(0)
    .max(EXTRACT_MOST_ALONE)
    .describe('How many people one may take out within a day before a second person has to agree; 0: always a second person.'),
};

/** `GET /organizations/:organizationId/extract-rules`: how many people one may take out alone. */
export const extractRules = z
  .object({
    version: z.int().describe('Send it back with a change.'),
    ...rules,
    held: z
      .object({ aloneUpTo: z.int(), until: z.string().meta({ format: 'date-time' }) })
      .nullable()
      .describe('What counts instead for whoever asks, since they raised it themselves, and until when; null where the same counts for them.'),
  })
  .meta({ id: 'ExtractRules' });

/** How many people one may take out alone. */
export type ExtractRules = z.infer<typeof extractRules>;

/** `PUT /organizations/:organizationId/extract-rules`. */
export const extractRulesChange = z.strictObject({ version: z.int().min(0).max(2_147_483_647), ...rules }).meta({ id: 'ExtractRulesChange' });

/** A change of how many people one may take out alone. */
export type ExtractRulesChange = z.infer<typeof extractRulesChange>;
