import { bySoonest, type Waits } from './waiting-item';

const late: Waits = { dueAt: '2026-03-01T23:00:00Z', since: '2026-02-01T09:00:00Z' };
const soon: Waits = { dueAt: '2026-03-09T23:00:00Z', since: '2026-01-01T09:00:00Z' };
const older: Waits = { dueAt: null, since: '2025-12-01T09:00:00Z' };
const newer: Waits = { dueAt: null, since: '2026-03-01T09:00:00Z' };

it('what runs out first comes first, what never does comes last, the longest waiting before the rest', () => {
  expect([newer, soon, older, late].toSorted(bySoonest)).toEqual([late, soon, older, newer]);
  expect([late, older, soon, newer].toSorted(bySoonest)).toEqual([late, soon, older, newer]);
});
