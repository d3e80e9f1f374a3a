import type { AccessReview, ReviewItem } from '@smartpar/access/model';

/** A running review as the server answers it to somebody who was asked; what is not said is an ordinary one. */
export const reviewExample = (facts: Partial<AccessReview> = {}): AccessReview => ({
  id: 'r1',
  state: 'running',
  covers: ['roles', 'grants'],
  scope: { kind: 'all', name: null },
  silence: 'revokes',
  stages: 1,
  startedAt: '2026-03-02T09:00:00.000Z',
  startedBy: { memberId: 'm1', number: 10_001 },
  dueAt: '2026-03-16T09:00:00.000Z',
  closedAt: null,
  panel: [
    { memberId: 'm2', number: 10_002, part: 'reviewer', answers: 1 },
    { memberId: 'm3', number: 10_003, part: 'fallback', answers: 0 },
  ],
  counts: { items: 3, answered: 1, kept: 0, reduced: 0, revoked: 0, gone: 0, silent: 0 },
  mine: { part: 'reviewer', waiting: 2 },
  may: { stop: false, close: false },
  ...facts,
});

/** A role somebody holds, as a review shows it. */
export const reviewedRole = (facts: Partial<ReviewItem> = {}): ReviewItem => ({
  item: 1,
  kind: 'role',
  holder: { memberId: 'm7', number: 10_407, status: 'active', workerType: 'employee', workerOver: false, keptAway: false },
  role: { role: 'helpdesk', name: null, place: null, placeKind: 'all' },
  grant: null,
  heldSince: '2025-03-02T09:00:00.000Z',
  lastUsedAt: '2025-11-28T09:00:00.000Z',
  useTold: true,
  conflicts: [],
  still: true,
  answer: null,
  second: null,
  outcome: null,
  may: { answer: true, confirm: false },
  obstacle: null,
  ...facts,
});

/** Access to data somebody was granted, as a review shows it. */
export const reviewedGrant = (facts: Partial<ReviewItem> = {}): ReviewItem => ({
  ...reviewedRole(),
  item: 2,
  kind: 'grant',
  role: null,
  grant: { to: { kind: 'member', name: null }, categories: ['user.contact'], mode: 'shown', scope: 'all', until: '2026-04-02T09:00:00.000Z' },
  lastUsedAt: null,
  ...facts,
});
