import { emailAddress, identifier, longText, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { isSubdivisionOf } from './country';
import { MAX_NAME } from './organization';
import { country, subdivision, timeZone, version } from './organization.contract';
import { MAX_POSTAL_ADDRESS } from './privacy-contact.contract';

/** Most sites one organization may have. */
export const MAX_SITES = 500;

/** Most legal entities one organization may have. */
export const MAX_LEGAL_ENTITIES = 100;

/** A legal entity under which sites stand. */
export const legalEntity = z
  .object({ id: z.uuid(), name: z.string(), country: z.string(), registrationNumber: z.string().nullable(), postalAddress: z.string(), version: z.int() })
  .meta({ id: 'LegalEntity' });

/** A legal entity under which sites stand. */
export type LegalEntity = z.infer<typeof legalEntity>;

/** All legal entities of an organization. */
export const legalEntities = z.object({ items: z.array(legalEntity) }).meta({ id: 'LegalEntities' });

/** A legal entity as somebody fills it in. */
export const legalEntityInput = z
  .strictObject({
    name: shortText(MAX_NAME),
    country: country(),
    registrationNumber: shortText(60).nullable().default(null),
    postalAddress: longText(MAX_POSTAL_ADDRESS),
  })
  .meta({ id: 'LegalEntityInput' });

/** A legal entity as somebody fills it in. */
export type LegalEntityInput = z.infer<typeof legalEntityInput>;

/** A legal entity put in place of what was read. */
export const legalEntityReplacement = legalEntityInput.extend({ version: version() }).meta({ id: 'LegalEntityReplacement' });

/** A site's own contact, where it has one. */
const siteContact = { contactName: z.string().nullable(), contactEmail: z.string().nullable() };

/** A service site, with the legal entity responsible for it. */
export const site = z
  .object({
    id: z.uuid(),
    name: z.string(),
    legalEntityId: z.uuid(),
    country: z.string(),
    subdivision: z.string().nullable(),
    ...siteContact,
    postalAddress: z.string(),
    timeZone: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Site' });

/** A service site, with the legal entity responsible for it. */
export type Site = z.infer<typeof site>;

/** All sites of an organization. */
export const sites = z.object({ items: z.array(site) }).meta({ id: 'Sites' });

const siteFields = z.strictObject({
  name: shortText(MAX_NAME),
  legalEntityId: identifier().describe('The legal entity responsible for this site.'),
  country: country().describe('Where the site is: the law of the place counts.'),
  subdivision: subdivision().nullable().default(null),
  contactName: shortText(MAX_NAME).nullable().default(null).describe("Whom people at this site turn to, if not to the organization's privacy contact."),
  contactEmail: emailAddress().nullable().default(null),
  postalAddress: longText(MAX_POSTAL_ADDRESS),
  timeZone: timeZone().nullable().default(null).describe("Null for the organization's own."),
});

type SiteFields = z.infer<typeof siteFields>;

/** What must hold between the fields of a site. */
const coherent = <T extends z.ZodType<SiteFields>>(schema: T): T =>
  schema
    .refine(({ contactName, contactEmail }) => (contactName === null) === (contactEmail === null), {
      error: 'Give both a name and an e-mail address for this site, or neither.',
      path: ['contactEmail'],
    })
    .refine((site) => site.subdivision === null || isSubdivisionOf(site.country, site.subdivision), {
      error: 'This subdivision is not in the chosen country.',
      path: ['subdivision'],
    });

/** A site as somebody fills it in. */
export const siteInput = coherent(siteFields).meta({ id: 'SiteInput' });

/** A site as somebody fills it in. */
export type SiteInput = z.infer<typeof siteInput>;

/** A site put in place of what was read. */
export const siteReplacement = coherent(siteFields.extend({ version: version() })).meta({ id: 'SiteReplacement' });
