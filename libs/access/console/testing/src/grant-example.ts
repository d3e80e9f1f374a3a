import type { GrantView } from '@smartpar/access/model';

/** A request for access as the server answers it to somebody who may decide; what is not said is an ordinary one. */
export const grantView = (facts: Partial<GrantView> = {}): GrantView => ({
  id: 'g1',
  standing: 'requested',
  grantee: { kind: 'member', memberId: 'm7', number: 10_407 },
  categories: ['user.contact', 'user.name'],
  mode: 'shown',
  purposes: ['security', 'support'],
  scope: { kind: 'site', places: [{ id: 's1', label: 'Hamburg' }] },
  from: null,
  until: '2026-03-02T17:00:00Z',
  reviewed: false,
  requestedAt: '2026-03-02T09:00:00Z',
  requestedBy: { memberId: 'm7', number: 10_407 },
  reason: 'An odd sign-in has to be looked into.',
  lapsesAt: '2026-03-02T21:00:00Z',
  decision: null,
  revocation: null,
  lastUsedAt: null,
  useTold: true,
  may: { decide: true, withdraw: false, revoke: false },
  obstacle: null,
  ...facts,
});
