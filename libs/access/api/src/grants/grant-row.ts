import type { DecisionState, GrantCategory, GrantedRole, GrantScope, GrantStanding, OrganizationPurpose } from '@smartpar/access/model';
import { type GrantTerms, grantStandingAt } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { toInstant, toInstantOrNull } from '@smartpar/platform/database';
import { scopeOf } from './live-grants';

/** A grant as it lies in its table. */
export interface GrantRow {
  readonly id: string;
  readonly state: DecisionState;
  readonly granteeMemberId: string | null;
  readonly granteeRole: GrantedRole | null;
  readonly granteeGroupId: string | null;
  readonly categories: readonly GrantCategory[];
  readonly mode: GrantTerms['mode'];
  readonly purposes: readonly OrganizationPurpose[];
  readonly scopeKind: GrantScope['kind'];
  readonly scopeIds: readonly string[];
  readonly scopeMembers: readonly string[];
  readonly startsAt: Date | null;
  readonly endsAt: Date;
  readonly reviewed: boolean;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly reason: string;
  readonly lapsesAt: Date | null;
  readonly narrowed: boolean;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  readonly decisionWords: string | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revocationWords: string | null;
  readonly lastUsedAt: Date | null;
}

/** The columns of a grant `g`, as `GrantRow`. */
export const GRANT_COLUMNS = `g.id, g.state, g.grantee_member_id as "granteeMemberId", g.grantee_role as "granteeRole", g.grantee_group_id as "granteeGroupId",
  g.categories, g.mode, g.purposes, g.scope_kind as "scopeKind", g.scope_ids as "scopeIds", g.scope_members as "scopeMembers", g.starts_at as "startsAt",
  g.ends_at as "endsAt", g.reviewed, g.requested_at as "requestedAt", g.requested_by as "requestedBy", g.reason, g.lapses_at as "lapsesAt",
  g.asked is not null as narrowed, g.decided_at as "decidedAt", g.decided_by as "decidedBy", g.decided_for as "decidedFor",
  g.decision_words as "decisionWords", g.revoked_at as "revokedAt", g.revoked_by as "revokedBy", g.revocation_words as "revocationWords",
  g.last_used_at as "lastUsedAt"`;

/** What a grant lets see. */
export const termsOf = (row: GrantRow): GrantTerms => ({
  categories: row.categories,
  mode: row.mode,
  purposes: row.purposes,
  scope: scopeOf(row),
  from: toInstantOrNull(row.startsAt),
  until: toInstant(row.endsAt),
});

/** Where a grant stands at a moment. */
export const standingOf = ({ state, lapsesAt, startsAt, endsAt }: GrantRow, at: Temporal.Instant): GrantStanding =>
  grantStandingAt({ state, lapsesAt: toInstantOrNull(lapsesAt), from: toInstantOrNull(startsAt), until: toInstant(endsAt) }, at);

/** Everybody who asked for a grant or gains from it by themselves: none of them decides. */
export const concernedBy = ({ requestedBy, granteeMemberId }: GrantRow): readonly string[] => [
  requestedBy,
  ...(granteeMemberId === null ? [] : [granteeMemberId]),
];
