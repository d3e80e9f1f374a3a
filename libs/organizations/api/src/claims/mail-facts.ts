import type { OrganizationFacts } from '../organization-facts';
import type { ClaimMailFacts } from './claim.mail';

/** What mails about a claim say of the organization, and whom to ask there. */
export const factsOf = ({ name, contact }: Pick<OrganizationFacts, 'name' | 'contact'>, { domain }: { readonly domain: string }): ClaimMailFacts => ({
  organization: name,
  domain,
  contactName: contact?.name ?? null,
  contactEmail: contact?.email ?? null,
});
