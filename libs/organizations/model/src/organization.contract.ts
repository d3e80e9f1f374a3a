import { LEAST_DECIDE_HOURS, MOST_DECIDE_HOURS } from '@smartpar/access/model';
import { locale, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { isCountry } from './country';
import { isSlug, MAX_NAME, ORGANIZATION_KINDS } from './organization';
import { isTimeZone } from './time-zone';

/** Version of what was read; sent back so that a change never overwrites somebody else's. */
export const version = () => z.int().min(1).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.');

/** A country code (ISO 3166-1 alpha-2). */
export const country = () => z.string().max(2).refine(isCountry, { error: 'Choose a country from the list.' });

/** A subdivision's code (ISO 3166-2). */
export const subdivision = () => z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'A subdivision looks like DE-BY or US-CA.' });

/** A time zone by its name. */
export const timeZone = () => z.string().max(64).refine(isTimeZone, { error: 'Choose a time zone from the list, such as Europe/Berlin.' });

/** A short name for addresses and commands. */
export const slug = () => z.string().refine(isSlug, { error: 'Use 2 to 48 small letters, digits and single hyphens, such as acme-uk.' });

/** Hours in which those who decide are asked to answer. */
export const decideWithinHours = () =>
  z
    .int({ error: DECIDING_TIME })
    .min(LEAST_DECIDE_HOURS, { error: DECIDING_TIME })
    .max(MOST_DECIDE_HOURS, { error: DECIDING_TIME })
    .describe('How many hours something that is asked for waits for a decision; then silence has refused it.');

const DECIDING_TIME = `Choose ${LEAST_DECIDE_HOURS} to ${MOST_DECIDE_HOURS} hours.`;

/** The profile of an organization, as its members see it. */
export const organizationProfile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(ORGANIZATION_KINDS),
    country: z.string(),
    subdivision: z.string().nullable(),
    timeZone: z.string(),
    defaultLocale: locale(),
    decideWithinHours: z.int(),
    version: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'OrganizationProfile' });

/** The profile of an organization, as its members see it. */
export type OrganizationProfile = z.infer<typeof organizationProfile>;

/** A change of an organization's profile; what is left out stays, `null` clears. */
export const organizationChange = z
  .strictObject({
    version: version(),
    name: shortText(MAX_NAME).optional(),
    country: country().optional(),
    subdivision: subdivision().nullable().optional(),
    timeZone: timeZone().optional(),
    defaultLocale: locale().optional(),
    decideWithinHours: decideWithinHours().optional(),
  })
  .meta({ id: 'OrganizationChange' });

/** A change of an organization's profile. */
export type OrganizationChange = z.infer<typeof organizationChange>;

/** What a new organization starts with; given by an operator, never over HTTP. */
export const newOrganization = z.strictObject({
  name: shortText(MAX_NAME),
  slug: slug(),
  kind: z.enum(ORGANIZATION_KINDS),
  country: country(),
  subdivision: subdivision().nullable().default(null),
  timeZone: timeZone(),
  locale: locale(),
});

/** What a new organization starts with. */
export type NewOrganization = z.input<typeof newOrganization>;
