import type { ViolationView } from '@smartpar/access/model';

/** A reported violation for specs: running, with one look cited, and to be decided by the reader; say what differs. */
export const violationExample = (violation: Partial<ViolationView> = {}): ViolationView => ({
  id: 'v1',
  memberId: 'm1',
  memberNumber: 'M-10422',
  state: 'running',
  reportedAt: '2026-03-02T09:00:00Z',
  lapsesAt: '2099-03-05T09:00:00Z',
  decidedAt: null,
  roles: ['helpdesk'],
  reportedBy: { memberNumber: 'M-10017', self: false },
  words: 'Looked at a neighbour without a task.',
  evidence: [
    {
      id: 'look-1',
      at: '2026-03-01T09:00:00Z',
      memberNumber: 'M-10500',
      categories: ['user.contact.phone_number.work'],
      purpose: 'support',
      reason: { template: 'asked-for-help' },
    },
  ],
  opinions: [],
  may: { lift: true, confirm: true },
  ...violation,
});
