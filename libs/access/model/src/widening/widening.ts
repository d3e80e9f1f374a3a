import type { GrantMode, StandingGrant } from '../grant';

/** How a role meets a category, and why it may. */
export type Effect = Pick<StandingGrant, 'mode' | 'purposes'>;

/** How long a widening that nobody else may decide is open to objection before it takes force. */
export const WIDENING_ALONE_HOURS = 72;

const SEEN: Readonly<Record<GrantMode, number>> = { hidden: 0, 'on-reveal': 1, shown: 2 };

/** Tells whether somebody sees more one way than another: with less in between, or for a purpose that was none. */
export const letsSeeMore = (to: Effect, from: Effect): boolean =>
  SEEN[to.mode] > SEEN[from.mode] || to.purposes.some((purpose) => !from.purposes.includes(purpose));

/** A grant an organization changed, with what it was before where somebody widened it alone. */
export interface ChangedStanding extends StandingGrant {
  /** who widened it without anybody's agreement: as long as nobody agrees, it serves everybody but them */
  readonly widenedBy?: string | null;
  readonly before?: Effect | null;
}

/** A changed grant as it serves one member: of what they widened themselves, they see no more than they did. */
export function servedTo(memberId: string, { widenedBy, before, ...grant }: ChangedStanding): StandingGrant {
  return widenedBy === memberId && before ? { ...grant, ...both(grant, before) } : grant;
}

/** What is seen both ways. */
function both(one: Effect, other: Effect): Effect {
  const mode = SEEN[one.mode] < SEEN[other.mode] ? one.mode : other.mode;
  const purposes = one.purposes.filter((purpose) => other.purposes.includes(purpose));
  return mode === 'hidden' || purposes.length === 0 ? { mode: 'hidden', purposes: [] } : { mode, purposes };
}

/** A grant that becomes another by one member's own act. */
export interface WideningStep {
  readonly from: StandingGrant;
  readonly to: StandingGrant;
  /** as it lay before, where somebody had widened it alone already */
  readonly lone: { readonly by: string; readonly before: Effect } | null;
}

/**
 * Whom a change leaves out, and what stays for them: whoever lets others see more by themselves, until somebody agrees or it is narrowed to what
 * it was.
 * @param memberId who changes it
 * @returns `null` where it serves everybody
 */
export function leftOut({ from, to, lone }: WideningStep, memberId: string): WideningStep['lone'] {
  if (letsSeeMore(to, from)) return lone?.by === memberId ? lone : { by: memberId, before: { mode: from.mode, purposes: from.purposes } };
  return lone !== null && letsSeeMore(to, lone.before) ? lone : null;
}
