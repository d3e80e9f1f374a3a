import type { DecisionState, Effect, GrantedRole, ProfileCategory, StandingGrant, ToDecide } from '@smartpar/access/model';
import { toInstant } from '@smartpar/platform/database';

/** What a role is to see more, as it lies in its table. */
export interface WideningRow {
  readonly id: string;
  readonly role: GrantedRole;
  readonly category: ProfileCategory;
  readonly before: Effect;
  readonly mode: StandingGrant['mode'];
  readonly purposes: StandingGrant['purposes'];
  readonly state: Exclude<DecisionState, 'revoked'>;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly settlesAt: Date;
  readonly alone: boolean;
}

/** The columns of a widening `w`, as `WideningRow`. */
export const WIDENING_COLUMNS = `w.id, w.role, w.category, json_build_object('mode', w.mode_before, 'purposes', w.purposes_before) as before, w.mode, w.purposes,
  w.state, w.requested_by as "requestedBy", w.requested_at as "requestedAt", w.settles_at as "settlesAt", w.alone`;

/** What the grant is to be. */
export const wantedOf = ({ role, category, mode, purposes }: WideningRow): StandingGrant => ({ role, category, mode, purposes });

/**
 * A widening as something to decide.
 * @param gaining whoever holds the role: none of them agrees to what they gain from
 */
export const toDecide = ({ state, requestedBy, requestedAt, settlesAt }: WideningRow, gaining: readonly string[]): ToDecide => ({
  state,
  requestedAt: toInstant(requestedAt),
  lapsesAt: toInstant(settlesAt),
  concerned: [requestedBy, ...gaining],
});
