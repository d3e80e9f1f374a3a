import type { BreakGlass, Lockbox, StaffLockbox } from '@smartpar/access/model';

/** A lockbox for specs, as its organization sees it: waiting, for everybody's phone and e-mail; say what differs. */
export const lockboxExample = (facts: Partial<Lockbox> = {}): Lockbox => ({
  id: 'l1',
  caseReference: 'CASE-48211',
  justification: 'asked-for-help',
  state: 'waiting',
  requestedAt: '2026-03-02T09:00:00Z',
  lapsesAt: '2026-03-02T21:00:00Z',
  until: null,
  endedAt: null,
  preapproved: false,
  staff: { role: 'support', number: 'M-10001' },
  mine: false,
  asked: {
    categories: ['user.contact.email.work', 'user.contact.phone_number.work'],
    minutes: 60,
    scope: { reach: 'all', how: null, memberNumber: null, siteName: null },
  },
  granted: null,
  decidedAt: null,
  looks: 0,
  ...facts,
});

/** What was granted of it: the phone of one person for half an hour. */
export const grantedExample: NonNullable<Lockbox['granted']> = {
  categories: ['user.contact.phone_number.work'],
  minutes: 30,
  scope: { reach: 'member', how: null, memberNumber: 'M-10422', siteName: null },
};

/** A lockbox for specs, as the staff member who asked sees it: waiting; say what differs. */
export const staffLockboxExample = (facts: Partial<StaffLockbox> = {}): StaffLockbox => ({
  id: 'l1',
  caseReference: 'CASE-48211',
  justification: 'asked-for-help',
  state: 'waiting',
  requestedAt: '2026-03-02T09:00:00Z',
  lapsesAt: '2026-03-02T21:00:00Z',
  until: null,
  endedAt: null,
  preapproved: false,
  organization: { id: 'o1', name: 'Larkspur Instruments' },
  asked: { categories: ['user.contact.phone_number.work'], minutes: 60, scope: { reach: 'member', how: 'address' } },
  granted: null,
  ...facts,
});

/** An emergency for specs: over, and not judged yet; say what differs. */
export const breakGlassExample = (facts: Partial<BreakGlass> = {}): BreakGlass => ({
  id: 'b1',
  by: { memberId: 'm7', memberNumber: 'M-10007', roles: ['user-administrator'], self: false },
  ground: 'safety',
  categories: ['user.contact.phone_number.work'],
  words: 'Somebody fell in the workshop.',
  beganAt: '2026-03-02T09:00:00Z',
  until: '2026-03-02T10:00:00Z',
  running: false,
  reviewBy: '2026-03-05T09:00:00Z',
  overdue: false,
  review: null,
  looks: 0,
  ...facts,
});
