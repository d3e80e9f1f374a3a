import type { LedgerDelayView } from '@smartpar/access/model';

/** A look to be told later for specs: asked for, and to be decided by the reader; say what differs. */
export const delayExample = (delay: Partial<LedgerDelayView> = {}): LedgerDelayView => ({
  id: 'd1',
  look: {
    id: 'look-1',
    at: '2026-03-01T09:00:00Z',
    memberNumber: 'M-10500',
    categories: ['user.contact.phone_number.work'],
    purpose: 'wrongdoing',
    reason: { template: 'reported-wrong' },
  },
  lookerNumber: 'M-10422',
  ground: 'evidence',
  words: 'They would remove what proves it.',
  state: 'requested',
  requestedAt: '2026-03-02T09:00:00Z',
  requestedBy: { memberNumber: 'M-10017', self: false },
  renews: false,
  lapsesAt: '2099-03-02T21:00:00Z',
  until: null,
  decidedAt: null,
  decision: null,
  may: { decide: true },
  ...delay,
});
