import {
  decisionStateOf,
  type DecisionObstacle,
  type ExtractStanding,
  extractStandingAt,
  type ExtractState,
  type ExtractStop,
  type ExtractView,
  type ExtractWhom,
  obstacleTo,
  type OrganizationPurpose,
  type ProfileCategory,
  type RevealReasonTemplate,
  type RightToDecide,
  type ToDecide,
} from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { type ConditionColumns, toInstant, toInstantOrNull } from '@smartpar/platform/database';

/** An extract as it lies in its table. */
export interface ExtractRow {
  readonly id: string;
  readonly state: ExtractState;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly accountId: string;
  readonly lapsesAt: Date | null;
  readonly whom: ExtractWhom;
  readonly categories: readonly ProfileCategory[];
  readonly purpose: OrganizationPurpose;
  readonly template: RevealReasonTemplate | null;
  readonly words: string | null;
  readonly salt: string | null;
  readonly people: number;
  readonly exempt: number;
  readonly exemptBy: ExtractView['exempt']['by'];
  readonly stored: number;
  readonly noAccess: number;
  readonly gone: number;
  readonly stop: ExtractStop | null;
  readonly doneAt: Date | null;
  readonly expiresAt: Date | null;
  readonly destroyedAt: Date | null;
  readonly downloads: number;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  readonly decisionWords: string | null;
}

/** The columns of an extract `x`, as `ExtractRow`. */
export const EXTRACT_COLUMNS = `x.id, x.state, x.requested_at as "requestedAt", x.requested_by as "requestedBy", x.account_id as "accountId",
  x.lapses_at as "lapsesAt", x.whom, x.categories, x.purpose, x.reason_template as template, x.reason_words as words, x.reason_salt as salt, x.people,
  x.exempt, x.exempt_by as "exemptBy", x.stored, x.no_access as "noAccess", x.gone, x.stop, x.done_at as "doneAt", x.expires_at as "expiresAt",
  x.destroyed_at as "destroyedAt", x.downloads, x.decided_at as "decidedAt", x.decided_by as "decidedBy", x.decided_for as "decidedFor",
  x.decision_words as "decisionWords"`;

/** The columns of an extract `x` the access file may speak of. */
export const EXTRACT_CONDITIONS: ConditionColumns = { requestedBy: { sql: 'x.requested_by', type: 'uuid' } };

/** Where an extract stands at a moment. */
export const standingOf = ({ state, lapsesAt, expiresAt, destroyedAt }: ExtractRow, at: Temporal.Instant): ExtractStanding =>
  extractStandingAt({ state, lapsesAt: toInstantOrNull(lapsesAt), expiresAt: toInstantOrNull(expiresAt), isDestroyed: destroyedAt !== null }, at);

/** An extract as something to decide: whoever asked gains from it and decides nothing. */
export const toDecide = ({ state, requestedAt, requestedBy, lapsesAt }: ExtractRow): ToDecide => ({
  state: decisionStateOf(state),
  requestedAt: toInstant(requestedAt),
  lapsesAt: toInstantOrNull(lapsesAt) ?? toInstant(requestedAt),
  concerned: [requestedBy],
});

/** What keeps a member from deciding an extract at a moment; `null` where nothing does. */
export const obstacleFor = (row: ExtractRow, memberId: string, rights: readonly RightToDecide[], at: Temporal.Instant): DecisionObstacle | null =>
  obstacleTo(toDecide(row), memberId, rights, at);
