import { type OrganizationDomainDocument, proofName, proofRecord } from '@smartpar/organizations/model';
import type { OrganizationDomainEntity } from './organization-domain.entity';

/** A domain as it leaves, with the record that proves it. */
export const presentDomain = (row: OrganizationDomainEntity): OrganizationDomainDocument => ({
  id: row.id,
  domain: row.domain,
  state: row.state,
  recordName: proofName(row.domain),
  recordValue: proofRecord(row.proofValue),
  lastCheck: row.checkedAt === null || row.checkOutcome === null ? null : { at: row.checkedAt.toString(), outcome: row.checkOutcome, found: row.checkFound },
  verifiedAt: row.verifiedAt?.toString() ?? null,
  claimedAt: row.claimedAt.toString(),
});
