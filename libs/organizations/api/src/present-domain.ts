import { type OrganizationDomainDocument, proofFileAddress, proofName, proofRecord } from '@smartpar/organizations/model';
import { lostFrom } from './keep-domain-check';
import type { OrganizationDomainEntity } from './organization-domain.entity';

/**
 * A domain as it leaves, with what proves it.
 * @param siteIds the sites it serves
 */
export const presentDomain = (row: OrganizationDomainEntity, siteIds: readonly string[]): OrganizationDomainDocument => ({
  id: row.id,
  domain: row.domain,
  state: row.state,
  recordName: proofName(row.domain),
  recordValue: proofRecord(row.proofValue),
  fileAddress: proofFileAddress(row.domain),
  provedBy: row.provedBy,
  lastCheck:
    row.checkedAt === null || row.checkOutcome === null
      ? null
      : { at: row.checkedAt.toString(), outcome: row.checkOutcome, found: row.checkFound, file: row.fileOutcome },
  failingSince: row.failingSince?.toString() ?? null,
  lostFrom: row.failingSince === null ? null : lostFrom(row.failingSince).toString(),
  lostAt: row.lostAt?.toString() ?? null,
  verifiedAt: row.verifiedAt?.toString() ?? null,
  claimedAt: row.claimedAt.toString(),
  siteIds: [...siteIds],
});
