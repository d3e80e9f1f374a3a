import { shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { CHECK_OUTCOMES } from './domain-proof';
import { DOMAIN_STATES } from './organization-domain';

/** Most domains one organization may claim. */
export const MAX_DOMAINS = 100;

/** A domain an organization says is its own, with the record that proves it and what was last found. */
export const organizationDomain = z
  .object({
    id: z.uuid(),
    domain: z.string().describe('In the form names are compared: lower case, ASCII.'),
    state: z.enum(DOMAIN_STATES),
    recordName: z.string().describe('Where the proof is to be published, as a TXT record.'),
    recordValue: z.string().describe('What is to be published there.'),
    lastCheck: z
      .object({ at: z.iso.datetime(), outcome: z.enum(CHECK_OUTCOMES), found: z.array(z.string()).describe('What was published there instead.') })
      .nullable(),
    verifiedAt: z.iso.datetime().nullable(),
    claimedAt: z.iso.datetime(),
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
