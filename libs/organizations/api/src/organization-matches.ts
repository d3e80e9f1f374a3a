import { Injectable } from '@nestjs/common';
import type { Transaction } from '@smartpar/platform/database';

/** An organization a question may go to. */
export interface MatchedOrganization {
  readonly organizationId: string;
  readonly name: string;
}

/**
 * Finds the organization somebody belongs to before any tenant is known: one statement each, the same for every input.
 * Names come from the figures of all organizations, since profiles are walled in.
 */
@Injectable()
export class OrganizationMatches {
  /**
   * The organization that proved a domain.
   * @param tx any transaction
   * @param domain in normal form
   */
  async organizationOfDomain(tx: Transaction, domain: string): Promise<MatchedOrganization | null> {
    const [found] = await tx.query<MatchedOrganization>(
      `select f.organization_id as "organizationId", f.name from organization_figures f where f.organization_id = (select organization_of_domain($1))`,
      [domain],
    );
    return found ?? null;
  }

  /**
   * Where people belong who came without an organization: SmartPAR's direct users, or the customer on their own server.
   * @throws Error before the installation has been set up
   */
  async directUsers(tx: Transaction): Promise<MatchedOrganization> {
    const [found] = await tx.query<MatchedOrganization>(
      `select f.organization_id as "organizationId", f.name from installation i join organization_figures f on f.organization_id = i.direct_users_organization_id`,
    );
    if (found === undefined) throw new Error('The installation has not been set up: nobody can be directed anywhere yet.');
    return found;
  }
}
