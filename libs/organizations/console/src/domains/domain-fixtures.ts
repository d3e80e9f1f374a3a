import type { OrganizationDomainDocument } from '@smartpar/organizations/model';

/** A domain nobody has looked at yet, for specs. */
export const CLAIMED: OrganizationDomainDocument = {
  id: 'd1',
  domain: 'larkspur.example',
  state: 'claimed',
  recordName: '_smartpar.larkspur.example',
  recordValue: 'smartpar-verification=abc',
  fileAddress: 'https://larkspur.example/.well-known/smartpar-verification.txt',
  provedBy: null,
  lastCheck: null,
  failingSince: null,
  lostFrom: null,
  lostAt: null,
  verifiedAt: null,
  claimedAt: '2026-03-02T08:00:00Z',
  siteIds: [],
};

/** A domain that was proved by a record, for specs. */
export const VERIFIED: OrganizationDomainDocument = {
  ...CLAIMED,
  state: 'verified',
  provedBy: 'record',
  lastCheck: { at: '2026-03-02T09:00:00Z', outcome: 'proved', found: [], file: null },
  verifiedAt: '2026-03-02T09:00:00Z',
};

/** A domain another organization has proved, for specs. */
export const HELD: OrganizationDomainDocument = {
  ...CLAIMED,
  state: 'failed',
  lastCheck: { at: '2026-03-02T09:00:00Z', outcome: 'held-elsewhere', found: [], file: null },
};
