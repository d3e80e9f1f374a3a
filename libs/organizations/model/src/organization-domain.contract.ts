import { shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { FILE_OUTCOMES, PROOF_WAYS } from './domain-file';
import { CHECK_OUTCOMES } from './domain-proof';
import { DOMAIN_STATES } from './organization-domain';

/** Most domains one organization may claim. */
export const MAX_DOMAINS = 100;

/** Most sites one domain may serve. */
export const MAX_SITES_OF_DOMAIN = 50;

/** A domain an organization says is its own, with what proves it and what was last found. */
export const organizationDomain = z
  .object({
    id: z.uuid(),
    domain: z.string().describe('In the form names are compared: lower case, ASCII.'),
    state: z.enum(DOMAIN_STATES),
    recordName: z.string().describe('Where the proof is to be published, as a TXT record.'),
    recordValue: z.string().describe('What is to be published there.'),
    fileAddress: z.string().describe('Where the proof may lie as a file instead, with the same value as its first line.'),
    provedBy: z.enum(PROOF_WAYS).nullable(),
    lastCheck: z
      .object({
        at: z.iso.datetime(),
        outcome: z.enum(CHECK_OUTCOMES),
        found: z.array(z.string()).describe('What was published there instead.'),
        file: z.enum(FILE_OUTCOMES).nullable().describe('Null where nobody was asked for the file.'),
      })
      .nullable(),
    failingSince: z.iso.datetime().nullable().describe('Since when the proof of a verified domain has been missing.'),
    lostFrom: z.iso.datetime().nullable().describe('From when it is lost, if it stays missing.'),
    lostAt: z.iso.datetime().nullable(),
    verifiedAt: z.iso.datetime().nullable(),
    claimedAt: z.iso.datetime(),
    siteIds: z.array(z.uuid()).describe('The sites people with this domain belong to; none for all of the organization.'),
  })
  .meta({ id: 'OrganizationDomain' });

/** A domain an organization says is its own. */
export type OrganizationDomainDocument = z.infer<typeof organizationDomain>;

/** All domains of an organization. */
export const organizationDomains = z.object({ items: z.array(organizationDomain) }).meta({ id: 'OrganizationDomains' });

/** A claim to a domain. */
export const domainClaim = z.strictObject({ domain: shortText(253).describe('As people write it: example.com.') }).meta({ id: 'DomainClaim' });

/** A claim to a domain. */
export type DomainClaim = z.infer<typeof domainClaim>;

/** The sites a domain serves, in place of those it served. */
export const sitesOfDomain = z.strictObject({ siteIds: z.array(z.uuid()).max(MAX_SITES_OF_DOMAIN) }).meta({ id: 'SitesOfDomain' });

/** The sites a domain serves. */
export type SitesOfDomain = z.infer<typeof sitesOfDomain>;
