import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { unknownReference } from '@smartpar/organizations/model';
import { isForeignKeyViolation, type TenantTransaction } from '@smartpar/platform/database';

/** Which sites a domain serves. */
@Injectable()
export class DomainSitesRepository {
  /** Of every domain of the organization that names any, in one statement. */
  async all(tx: TenantTransaction): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await tx.query<{ domainId: string; siteIds: string[] }>(
      `select domain_id as "domainId", array_agg(site_id order by site_id) as "siteIds" from domain_sites where organization_id = $1 group by domain_id`,
      [tx.organizationId],
    );
    return new Map(rows.map(({ domainId, siteIds }) => [domainId, siteIds]));
  }

  /**
   * Puts the sites of a domain in place of those it had.
   * @throws {DomainError} `site.unknown` for one that is not in this organization
   */
  async replace(tx: TenantTransaction, domainId: string, siteIds: readonly string[], entry: AuditEntry): Promise<void> {
    await tx.query('delete from domain_sites where organization_id = $1 and domain_id = $2', [tx.organizationId, domainId]);
    await tx
      .query('insert into domain_sites (organization_id, domain_id, site_id) select $1, $2, s from unnest($3::uuid[]) s', [
        tx.organizationId,
        domainId,
        [...new Set(siteIds)],
      ])
      .catch(sayUnknownSite);
    await recordEntry(tx, entry);
  }
}

function sayUnknownSite(error: unknown): never {
  if (!isForeignKeyViolation(error, 'domain_sites_site')) throw error;
  throw unknownReference('siteIds', 'site.unknown', 'One of these sites is not in the list any more. Load the page again and choose anew.');
}
