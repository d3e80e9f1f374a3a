import type { LeaverView, LeavingOutlook, MemberLife } from '@smartpar/members/model';

/** What becomes of what is kept about a member; say what differs. */
export const outlookExample = (facts: Partial<LeavingOutlook> = {}): LeavingOutlook => ({
  goes: [
    { kind: 'profile', count: 5 },
    { kind: 'roles', count: 1 },
  ],
  stays: [
    { kind: 'requests', why: 'answers', count: 2 },
    { kind: 'imports', why: 'statistics', count: null },
  ],
  plannedAt: '2099-04-01T09:00:00Z',
  graceDays: 14,
  waits: [],
  ...facts,
});

/** How a member stands to whoever may let them go: there, and not leaving; say what differs. */
export const lifeExample = (facts: Partial<MemberLife> = {}): MemberLife => ({
  status: 'active',
  dormantSince: null,
  departure: null,
  plannedAt: null,
  waits: [],
  may: { deactivate: true, cancel: false, readHolds: false, placeHold: false, liftHold: false },
  ...facts,
});

/** What the envelope of somebody who left shows; say what differs. */
export const leaverExample = (facts: Partial<LeaverView> = {}): LeaverView => ({
  organization: 'Nordwerk',
  contact: { name: 'Hazel Quietwater', email: 'privacy@nordwerk.example' },
  standing: 'grace',
  departedAt: '2099-03-02T09:00:00Z',
  graceUntil: '2099-03-16T09:00:00Z',
  replyAddress: null,
  outlook: outlookExample(),
  requests: [{ reference: 'P-7K3M-Q2', askedAt: '2099-01-05T09:00:00Z', standing: 'answered', token: 'token-1' }],
  ...facts,
});
