import type { Transaction } from '@smartpar/platform/database';
import type { Membership, OrganizationName } from '@smartpar/requests/model';

/**
 * Finds whom an address belongs to before any tenant is known. Each method sends one statement, the same for every input, so that
 * neither answer nor time tells whether anything was found.
 */
export abstract class Matches {
  /** The organization that proved a domain. @param domain folded, as `domainOf` gives it */
  abstract organizationOfDomain(tx: Transaction, domain: string): Promise<OrganizationName | null>;

  /** The organizations in which an address is a member's, former ones included. @param address folded, as `foldAddress` gives it */
  abstract membershipsOf(tx: Transaction, address: string): Promise<readonly Membership[]>;

  /** Where SmartPAR answers people without an organization; on a customer's own server that customer. */
  abstract directUsers(tx: Transaction): Promise<OrganizationName>;
}
