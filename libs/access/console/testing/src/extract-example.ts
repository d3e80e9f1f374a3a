import type { ExtractPreview, ExtractView } from '@smartpar/access/model';

/** An extract that waits, as the server answers it to somebody who may decide; say what differs. */
export const extractView = (facts: Partial<ExtractView> = {}): ExtractView => ({
  id: 'x1',
  standing: 'requested',
  whom: { kind: 'filter', narrowed: [{ by: 'site', label: 'Hamburg' }], numbers: [] },
  categories: ['user.name', 'user.contact.phone_number.work'],
  purpose: 'security',
  reason: { words: 'Calling everybody about a leak.' },
  requestedAt: '2026-03-02T09:00:00Z',
  requestedBy: { memberId: 'm7', number: 10_407 },
  lapsesAt: '2026-03-02T21:00:00Z',
  people: 340,
  exempt: { people: 12, by: [{ category: 'user.contact.phone_number.work', people: 12 }] },
  progress: { stored: 0, noAccess: 0, gone: 0 },
  stop: null,
  doneAt: null,
  expiresAt: null,
  downloads: 0,
  decision: null,
  may: { decide: true, withdraw: false, fetch: false, end: false },
  obstacle: null,
  ...facts,
});

/** What would happen, for specs: a few people at once; say what differs. */
export const extractPreview = (facts: Partial<ExtractPreview> = {}): ExtractPreview => ({
  people: 3,
  exempt: { people: 0, by: [] },
  tooMany: false,
  approval: 'none',
  aloneUpTo: 25,
  alone: 0,
  decideWithinHours: 12,
  mostPeople: 20_000,
  keptHours: 24,
  ...facts,
});
