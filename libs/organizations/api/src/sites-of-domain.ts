import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A site as somebody chooses it. */
export interface SiteToChoose {
  readonly siteId: string;
  readonly name: string;
}

/** Who is responsible at a site, and where it is. */
export interface ResponsibleSite extends SiteToChoose {
  readonly legalEntity: string;
  readonly country: string;
  readonly subdivision: string | null;
  /** the site's own contact, where it names one */
  readonly contact: { readonly name: string; readonly email: string; readonly postalAddress: string } | null;
}

interface Row extends Omit<ResponsibleSite, 'contact'> {
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly postalAddress: string;
}

/** Knows which sites people of a domain may belong to, and who is responsible at each. */
@Injectable()
export class SitesOfDomainQuery {
  /** The sites a domain of the transaction's organization serves, by name. @param domain in normal form */
  of(tx: TenantTransaction, domain: string): Promise<SiteToChoose[]> {
    return tx.query<SiteToChoose>(
      `select s.id as "siteId", s.name from organization_domains d
       join domain_sites p on p.organization_id = d.organization_id and p.domain_id = d.id
       join sites s on s.organization_id = p.organization_id and s.id = p.site_id
       where d.organization_id = $1 and d.domain = $2 and d.state = 'verified' order by s.name, s.id`,
      [tx.organizationId, domain],
    );
  }

  /** One site of the transaction's organization. */
  async find(tx: TenantTransaction, siteId: string): Promise<ResponsibleSite | null> {
    const [row] = await tx.query<Row>(
      `select s.id as "siteId", s.name, e.name as "legalEntity", s.country, s.subdivision, s.contact_name as "contactName", s.contact_email as "contactEmail",
              s.postal_address as "postalAddress"
       from sites s join legal_entities e on e.organization_id = s.organization_id and e.id = s.legal_entity_id
       where s.organization_id = $1 and s.id = $2`,
      [tx.organizationId, siteId],
    );
    if (row === undefined) return null;
    const { contactName: name, contactEmail: email, postalAddress, ...site } = row;
    return { ...site, contact: name === null || email === null ? null : { name, email, postalAddress } };
  }
}
