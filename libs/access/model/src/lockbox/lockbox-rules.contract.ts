import * as z from 'zod';
import { PROFILE_CATEGORIES } from '../category';
import { LOCKBOX_JUSTIFICATIONS, LOCKBOX_LEAST_MINUTES, LOCKBOX_MODES, LOCKBOX_MOST_MINUTES, LOCKBOX_REACHES } from './lockbox';

const preapproval = z.strictObject({
  justification: z.enum(LOCKBOX_JUSTIFICATIONS),
  categories: z
    .array(z.enum(PROFILE_CATEGORIES))
    .min(1)
    .max(PROFILE_CATEGORIES.length)
    .refine((named) => new Set(named).size === named.length, { error: 'Name each category once.' }),
  minutes: z.int().min(LOCKBOX_LEAST_MINUTES).max(LOCKBOX_MOST_MINUTES),
  reach: z.enum(LOCKBOX_REACHES).describe('The widest that is allowed.'),
});

const rules = {
  mode: z.enum(LOCKBOX_MODES).describe('`ask`: every request is decided. `none`: nobody of SmartPAR is let in, and what runs ends.'),
  preapproved: z.array(preapproval).max(LOCKBOX_JUSTIFICATIONS.length).describe('Kinds that run at once; the organization is told each time.'),
};

/** `GET /organizations/:organizationId/lockbox-rules`: how an organization meets requests of SmartPAR's staff. */
export const lockboxRules = z.object({ version: z.int().describe('Send it back with a change.'), ...rules }).meta({ id: 'LockboxRules' });

/** How an organization meets requests of SmartPAR's staff. */
export type LockboxRules = z.infer<typeof lockboxRules>;

/** `PUT /organizations/:organizationId/lockbox-rules`. */
export const lockboxRulesChange = z
  .strictObject({ version: z.int().min(0).max(2_147_483_647), ...rules })
  .refine(({ preapproved }) => new Set(preapproved.map(({ justification }) => justification)).size === preapproved.length, {
    path: ['preapproved'],
    error: 'Name each reason once.',
  })
  .refine(({ mode, preapproved }) => mode === 'ask' || preapproved.length === 0, {
    path: ['preapproved'],
    error: 'Where nobody is let in, nothing is allowed beforehand. Leave the list empty.',
  })
  .meta({ id: 'LockboxRulesChange' });

/** A change of how an organization meets requests of SmartPAR's staff. */
export type LockboxRulesChange = z.infer<typeof lockboxRulesChange>;
