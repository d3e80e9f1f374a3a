import {
  type BreakGlassGround,
  heldBackUntil,
  type LedgerDelayGround,
  type LedgerDelayState,
  type LedgerLook,
  type OrganizationPurpose,
  type ProfileCategory,
  type RevealReasonTemplate,
  type Role,
} from '@smartpar/access/model';

/** A delay beside a look, as JSON. */
interface DelayPart {
  readonly ground: LedgerDelayGround;
  readonly state: LedgerDelayState;
  readonly from: number;
  readonly lapsesAt: number;
  readonly until: number | null;
  readonly decidedAt: number | null;
}

/** A look as it is kept. */
export interface LookRow {
  readonly id: string;
  readonly at: Date;
  /** nobody of the organization where staff looked under a lockbox */
  readonly byMemberId: string | null;
  readonly caseReference: string | null;
  readonly ground: BreakGlassGround | null;
  /** how many people were taken out together with this one, where it is a line of a file */
  readonly exported: number | null;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly categories: readonly ProfileCategory[];
  readonly purpose: OrganizationPurpose;
  readonly template: RevealReasonTemplate | null;
  readonly words: string | null;
  readonly delays: readonly DelayPart[];
  readonly requestId: string | null;
}

const milliseconds = (moment: string): string => `floor(extract(epoch from ${moment}) * 1000)`;

/**
 * Columns of a look `r`. The name stands there only where the latest balancing lets it, and for looks after names were first told since the last
 * time they were not: nobody looked believing otherwise.
 */
export const LOOK_COLUMNS = `
  r.id, r.at, r.by_member_id as "byMemberId", r.by_roles as roles, r.categories, r.purpose, r.reason_template as template, r.reason_words as words,
  (select l.case_reference from lockboxes l where l.organization_id = $1 and l.id = r.lockbox_id) as "caseReference",
  (select b.ground from break_glasses b where b.organization_id = $1 and b.id = r.break_glass_id) as ground,
  (select x.stored from extracts x where x.organization_id = $1 and x.id = r.extract_id) as exported,
  (select concat_ws(' ', m.first_name, m.last_name) from members m where m.organization_id = $1 and m.id = r.by_member_id
     and r.at >= (
       select min(n.recorded_at) from ledger_name_decisions n where n.organization_id = $1 and n.shown
         and n.recorded_at > coalesce((select max(o.recorded_at) from ledger_name_decisions o where o.organization_id = $1 and not o.shown), '-infinity'))) as name,
  (select coalesce(json_agg(json_build_object('ground', d.ground, 'state', d.state, 'from', ${milliseconds('d.requested_at')},
      'lapsesAt', ${milliseconds('d.lapses_at')}, 'until', ${milliseconds('d.until')}, 'decidedAt', ${milliseconds('d.decided_at')}) order by d.requested_at), '[]')
   from ledger_delays d where d.organization_id = $1 and d.entry_id = r.id) as delays,
  (select c.request_id from ledger_challenges c where c.organization_id = $1 and c.entry_id = r.id) as "requestId"`;

/** A look as the one reads it whose data it was. */
export const lookOf = (row: LookRow, memberId: string): LedgerLook => ({
  id: row.id,
  at: row.at.toISOString(),
  by: {
    roles: [...row.roles],
    self: row.byMemberId === memberId,
    ...(row.name !== null && row.name !== '' && { name: row.name }),
    ...(row.caseReference !== null && { lockbox: { caseReference: row.caseReference } }),
    ...(row.ground !== null && { emergency: row.ground }),
  },
  ...(row.exported !== null && { exported: { people: row.exported } }),
  categories: [...row.categories],
  purpose: row.purpose,
  reason: row.template === null ? { words: row.words ?? '' } : { template: row.template },
  delays: row.delays.map((delay) => ({ ground: delay.ground, from: textOf(delay.from), until: textOf(heldBackUntil(delay)) })),
  challenge: row.requestId === null ? null : { requestId: row.requestId },
});

const textOf = (moment: number): string => new Date(moment).toISOString();
