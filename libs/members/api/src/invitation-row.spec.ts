import { FakeTime } from '@smartpar/kernel';
import { type InvitationRow, invitationStanding } from './invitation-row';

const NOTHING: InvitationRow = { sentAt: null, expiresAt: null, acceptedAt: null, withdrawnAt: null };
const SENT: InvitationRow = { ...NOTHING, sentAt: '2026-03-02T09:00:00Z', expiresAt: '2026-03-09T09:00:00Z' };

const stateAt = (row: InvitationRow, now: string): string => invitationStanding(row, new FakeTime(now)).state;

describe('an invitation', () => {
  it.each<[string, InvitationRow, string, string]>([
    ['that was never sent', NOTHING, '2026-03-02T09:00:00Z', 'none'],
    ['in its last second', SENT, '2026-03-09T08:59:59Z', 'waiting'],
    ['at its end', SENT, '2026-03-09T09:00:00Z', 'expired'],
    ['accepted, however long ago', { ...SENT, acceptedAt: '2026-03-03T09:00:00Z' }, '2027-03-09T09:00:00Z', 'accepted'],
    ['withdrawn', { ...SENT, withdrawnAt: '2026-03-03T09:00:00Z' }, '2026-03-04T09:00:00Z', 'withdrawn'],
  ])('%s stands as it should', (_, row, now, state) => expect(stateAt(row, now)).toBe(state));
});
