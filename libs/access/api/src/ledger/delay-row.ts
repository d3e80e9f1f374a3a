import { delayStateAt, type LedgerDelayGround, type LedgerDelayState, type LedgerDelayView } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { citedLookOf, type CitedRow } from '../violations/violation-row';

/** A delay as it is kept, with the look it is of. */
export interface DelayRow extends CitedRow {
  readonly delayId: string;
  readonly memberId: string;
  readonly byMemberId: string | null;
  readonly lookerNumber: string | null;
  readonly ground: LedgerDelayGround;
  readonly delayWords: string;
  readonly state: LedgerDelayState;
  readonly requestedById: string;
  readonly requesterNumber: string;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
  readonly until: Date | null;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
  readonly renews: boolean;
}

/** Columns of a delay `d` of a look `r` at a member `s`. */
export const DELAY_COLUMNS = `
  d.id as "delayId", r.member_id as "memberId", r.by_member_id as "byMemberId", d.ground, d.words as "delayWords", d.state, d.requested_by as "requestedById",
  'M-' || q.number as "requesterNumber", d.requested_at as "requestedAt", d.lapses_at as "lapsesAt", d.until, d.decided_at as "decidedAt",
  d.decision_words as decision,
  exists (select from ledger_delays e where e.organization_id = d.organization_id and e.entry_id = d.entry_id and e.state = 'approved' and e.requested_at < d.requested_at) as renews,
  (select 'M-' || b.number from members b where b.organization_id = d.organization_id and b.id = r.by_member_id) as "lookerNumber"`;

/** Where they come from. */
export const DELAY_SOURCE = `
  ledger_delays d
  join reveals r on r.organization_id = d.organization_id and r.id = d.entry_id
  join members s on s.organization_id = r.organization_id and s.id = r.member_id
  join members q on q.organization_id = d.organization_id and q.id = d.requested_by`;

/** Where a delay stands at a moment. */
export const stateOfDelay = ({ state, lapsesAt }: DelayRow, at: Temporal.Instant): LedgerDelayState =>
  delayStateAt({ state, lapsesAt: lapsesAt.getTime() }, at.epochMilliseconds);

/** A delay as those who decide read it. */
export function delayViewOf(row: DelayRow, reader: string, at: Temporal.Instant): LedgerDelayView {
  const state = stateOfDelay(row, at);
  return {
    id: row.delayId,
    look: citedLookOf(row),
    lookerNumber: row.lookerNumber,
    ground: row.ground,
    words: row.delayWords,
    state,
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: { memberNumber: row.requesterNumber, self: row.requestedById === reader },
    renews: row.renews,
    lapsesAt: row.lapsesAt.toISOString(),
    until: row.until?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decision: row.decision,
    may: { decide: state === 'requested' && ![row.requestedById, row.byMemberId, row.memberId].includes(reader) },
  };
}
