import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { Place } from '@smartpar/requests/model';

/** A person named to answer privacy questions, or to stand in. */
export interface NamedContact {
  /** the member this is, where they are one */
  readonly memberId: string | null;
  readonly name: string;
  readonly email: string;
  readonly postalAddress: string;
  /** language codes this person reads */
  readonly languages: readonly string[];
}

/** What privacy requests need to know about the organization that answers them. */
export interface Administrator {
  readonly organizationId: string;
  readonly name: string;
  readonly kind: 'tenant' | 'workforce' | 'direct-users';
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** ISO 3166-2 */
  readonly subdivision: string | null;
  /** IANA name */
  readonly timeZone: string;
  readonly defaultLocale: Locale;
  readonly contact: NamedContact | null;
  readonly substitute: NamedContact | null;
}

/** Who is responsible for the site a member works at, where the site names somebody. */
export interface SiteResponsibility {
  readonly legalEntity: string | null;
  readonly contact: NamedContact | null;
}

/** A site somebody who asks may belong to. */
export interface SiteToChoose {
  readonly siteId: string;
  readonly name: string;
}

/** The site somebody said they belong to, and who answers there. */
export interface ChosenSite extends SiteToChoose, SiteResponsibility {
  readonly place: Place;
}

/** Knows the organizations that answer. */
export abstract class Administrators {
  /** The transaction's own organization, in one statement. @throws where it does not exist */
  abstract within(tx: TenantTransaction): Promise<Administrator>;

  /** The legal entity and the contact of a member's site; null where the member has no site. */
  abstract atSiteOf(tx: TenantTransaction, memberId: string): Promise<SiteResponsibility | null>;

  /** The sites people with a domain belong to; none where the domain serves all of the organization. @param domain folded */
  abstract sitesOfDomain(tx: TenantTransaction, domain: string): Promise<readonly SiteToChoose[]>;

  /** A site of the transaction's organization; null where there is none. */
  abstract site(tx: TenantTransaction, siteId: string): Promise<ChosenSite | null>;

  /**
   * The contact who is named to whoever asks, wherever they are told: their site's where it names one, else the organization's.
   * @param memberId the member who asks; null where that is not known
   */
  async contactFor(tx: TenantTransaction, { contact }: Pick<Administrator, 'contact'>, memberId: string | null): Promise<NamedContact | null> {
    const site = memberId === null ? null : await this.atSiteOf(tx, memberId);
    return site?.contact ?? contact;
  }
}
