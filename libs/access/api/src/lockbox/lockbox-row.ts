import {
  type KeptLockboxState,
  type Lockbox,
  type LockboxExtent,
  type LockboxJustification,
  type LockboxReach,
  type LockboxScope,
  type LockboxState,
  lockboxStateAt,
  type ProfileCategory,
  type StaffActor,
  type StaffLockbox,
} from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { toInstant, toInstantOrNull } from '@smartpar/platform/database';

/** A lockbox as it lies in its table. */
export interface LockboxRow {
  readonly id: string;
  readonly staffAccountId: string;
  readonly staffRole: StaffActor['role'];
  readonly staffNumber: number;
  readonly caseReference: string;
  readonly justification: LockboxJustification;
  readonly categories: readonly ProfileCategory[];
  readonly minutes: number;
  readonly reach: LockboxReach;
  readonly namedBy: 'number' | 'address' | 'name' | null;
  readonly siteId: string | null;
  readonly memberId: string | null;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
  readonly state: KeptLockboxState;
  readonly preapproved: boolean;
  readonly decidedAt: Date | null;
  readonly grantedCategories: readonly ProfileCategory[] | null;
  readonly grantedMinutes: number | null;
  readonly grantedReach: LockboxReach | null;
  readonly grantedSiteId: string | null;
  readonly grantedMemberId: string | null;
  readonly until: Date | null;
  readonly endedAt: Date | null;
}

/** A lockbox with the numbers and names that stand for whom it is about. */
export interface SeenLockboxRow extends LockboxRow {
  readonly memberNumber: number | null;
  readonly siteName: string | null;
  readonly grantedMemberNumber: number | null;
  readonly grantedSiteName: string | null;
  readonly looks: number;
}

/** The columns of a lockbox `l`. */
export const LOCKBOX = `
  l.id, l.staff_account_id as "staffAccountId", l.staff_role as "staffRole", l.staff_number as "staffNumber", l.case_reference as "caseReference",
  l.justification, l.categories, l.minutes, l.reach, l.named_by as "namedBy", l.site_id as "siteId", l.member_id as "memberId",
  l.requested_at as "requestedAt", l.lapses_at as "lapsesAt", l.state, l.preapproved, l.decided_at as "decidedAt",
  l.granted_categories as "grantedCategories", l.granted_minutes as "grantedMinutes", l.granted_reach as "grantedReach",
  l.granted_site_id as "grantedSiteId", l.granted_member_id as "grantedMemberId", l.until, l.ended_at as "endedAt"`;

/** The columns of a lockbox `l` and of whom it is about. */
export const SEEN_LOCKBOX = `${LOCKBOX},
  (select m.number from members m where m.organization_id = l.organization_id and m.id = l.member_id) as "memberNumber",
  (select s.name from sites s where s.organization_id = l.organization_id and s.id = l.site_id) as "siteName",
  (select m.number from members m where m.organization_id = l.organization_id and m.id = l.granted_member_id) as "grantedMemberNumber",
  (select s.name from sites s where s.organization_id = l.organization_id and s.id = l.granted_site_id) as "grantedSiteName",
  (select count(*)::int from lockbox_looks k where k.organization_id = l.organization_id and k.lockbox_id = l.id) as looks`;

/** What was asked for. */
export const askedOf = ({ categories, minutes, reach, siteId, memberId }: LockboxRow): LockboxExtent => ({
  categories,
  minutes,
  scope: scopeOf(reach, siteId, memberId),
});

/** What was granted; `null` where nothing was. */
export function grantedOf(row: LockboxRow): LockboxExtent | null {
  const { grantedCategories: categories, grantedMinutes: minutes, grantedReach: reach } = row;
  if (categories === null || minutes === null || reach === null) return null;
  return { categories, minutes, scope: scopeOf(reach, row.grantedSiteId, row.grantedMemberId) };
}

function scopeOf(reach: LockboxReach, siteId: string | null, memberId: string | null): LockboxScope {
  if (reach === 'all') return { reach };
  return reach === 'site' ? { reach, siteId } : { reach, memberId };
}

/** The state of a lockbox at a moment. */
export const stateOf = ({ state, lapsesAt, until }: LockboxRow, at: Temporal.Instant): LockboxState =>
  lockboxStateAt({ state, lapsesAt: toInstant(lapsesAt), until: toInstantOrNull(until) }, at);

const shared = (row: LockboxRow, at: Temporal.Instant) => ({
  id: row.id,
  caseReference: row.caseReference,
  justification: row.justification,
  state: stateOf(row, at),
  requestedAt: row.requestedAt.toISOString(),
  lapsesAt: row.lapsesAt.toISOString(),
  until: row.until?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  preapproved: row.preapproved,
});

const numberText = (number: number | null): string | null => (number === null ? null : `M-${number}`);

/** What was granted, as everybody concerned sees it. How it was named is told only where it is what was asked. */
function grantedSeen(row: SeenLockboxRow): Lockbox['granted'] {
  const granted = grantedOf(row);
  if (granted === null) return null;
  const { categories, minutes, scope } = granted;
  const how = scope.reach === row.reach ? row.namedBy : null;
  return {
    categories: [...categories],
    minutes,
    scope: { reach: scope.reach, how, memberNumber: numberText(row.grantedMemberNumber), siteName: row.grantedSiteName },
  };
}

/**
 * A lockbox as its organization sees it.
 * @param accountId whoever reads
 */
export function lockboxOf(row: SeenLockboxRow, accountId: string, at: Temporal.Instant): Lockbox {
  const { staffRole: role, staffNumber, categories, minutes, reach, namedBy: how } = row;
  return {
    ...shared(row, at),
    staff: { role, number: `M-${staffNumber}` },
    mine: row.staffAccountId === accountId,
    asked: { categories: [...categories], minutes, scope: { reach, how, memberNumber: numberText(row.memberNumber), siteName: row.siteName } },
    granted: grantedSeen(row),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    looks: row.looks,
  };
}

/**
 * A lockbox as the staff member who asked for it sees it: nothing tells them whether what they named is there, until somebody of the
 * organization granted it or a look at it was written down; and nothing about it is read anew once it is over.
 */
export function staffLockboxOf(row: SeenLockboxRow, organization: StaffLockbox['organization'], at: Temporal.Instant): StaffLockbox {
  const { categories, minutes, reach, namedBy: how } = row;
  const named = stateOf(row, at) === 'running' && (!row.preapproved || row.looks > 0);
  const granted = grantedSeen(named ? row : { ...row, grantedMemberNumber: null, grantedSiteName: null });
  return { ...shared(row, at), organization, asked: { categories: [...categories], minutes, scope: { reach, how } }, granted };
}
