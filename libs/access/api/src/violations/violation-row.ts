import type { OrganizationPurpose, ProfileCategory, Role, ViolationOutcome, ViolationState } from '@smartpar/access/model';
import type { CitedLook, ViolationLine } from '@smartpar/access/model';
import { violationStateAt } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { type KeptReason, reasonOf } from '../look-reason';

/** A case as it is kept. */
export interface ViolationRow {
  readonly id: string;
  readonly memberId: string;
  readonly memberNumber: string;
  readonly reportedById: string;
  readonly reporterNumber: string;
  readonly reportedAt: Date;
  readonly words: string;
  readonly evidence: readonly string[];
  readonly state: ViolationState;
  readonly lapsesAt: Date;
  readonly decidedAt: Date | null;
  readonly roles: readonly Role[];
}

/** What somebody thinks of a case, as it is kept. */
export interface OpinionRow {
  readonly round: number;
  readonly byMemberId: string;
  /** for whom they stood in; `null` where the right was their own */
  readonly inPlaceOf: string | null;
  readonly memberNumber: string;
  readonly outcome: ViolationOutcome;
  readonly words: string;
  readonly at: Date;
}

/** One look, as it is kept. */
export interface CitedRow extends KeptReason {
  readonly id: string;
  readonly at: Date;
  readonly memberNumber: string;
  readonly categories: readonly ProfileCategory[];
  readonly purpose: OrganizationPurpose;
}

/** Columns of a case `v`. */
export const VIOLATION_COLUMNS = `
  v.id, v.member_id as "memberId", 'M-' || m.number as "memberNumber", v.reported_by as "reportedById", 'M-' || b.number as "reporterNumber",
  v.reported_at as "reportedAt", v.words, v.evidence, v.state, v.lapses_at as "lapsesAt", v.decided_at as "decidedAt",
  array(select r.role from member_roles r where r.organization_id = v.organization_id and r.member_id = v.member_id order by r.role) as roles`;

/** Where a case `v`, its person `m` and its reporter `b` come from. */
export const VIOLATION_SOURCE = `
  violations v
  join members m on m.organization_id = v.organization_id and m.id = v.member_id
  join members b on b.organization_id = v.organization_id and b.id = v.reported_by`;

/** Columns of a look `r` at a member `s`. */
export const CITED_COLUMNS = `r.id, r.at, 'M-' || s.number as "memberNumber", r.categories, r.purpose, r.reason_template as template, r.reason_words as words`;

/** A case as it stands in a list. */
export const violationLineOf = (row: ViolationRow, at: Temporal.Instant): ViolationLine => ({
  id: row.id,
  memberId: row.memberId,
  memberNumber: row.memberNumber,
  state: stateOf(row, at),
  reportedAt: row.reportedAt.toISOString(),
  lapsesAt: row.lapsesAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** Where a case stands at a moment. */
export const stateOf = ({ state, lapsesAt }: Pick<ViolationRow, 'state' | 'lapsesAt'>, at: Temporal.Instant): ViolationState =>
  violationStateAt({ state, lapsesAt: lapsesAt.getTime() }, at.epochMilliseconds);

/** A look as it is cited. */
export const citedLookOf = ({ id, at, memberNumber, categories, purpose, template, words }: CitedRow): CitedLook => ({
  id,
  at: at.toISOString(),
  memberNumber,
  categories: [...categories],
  purpose,
  reason: reasonOf({ template, words }),
});
