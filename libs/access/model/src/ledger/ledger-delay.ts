/** How long an entry is held back by one decision, in days. */
export const LEDGER_DELAY_DAYS = 90;

/** How long it waits for a second person, who may refuse by silence. Until then it is held back as well. */
export const LEDGER_DELAY_DECIDE_HOURS = 12;

/**
 * Grounds on which the law lets an entry be told later.
 * @see GDPR article 23 paragraph 1, points (d), (f) and (i); article 14 paragraph 5 point (b)
 */
export const LEDGER_DELAY_GROUNDS = ['crime', 'authority-order', 'evidence', 'rights-of-others'] as const;

/** A ground on which an entry is told later. */
export type LedgerDelayGround = (typeof LEDGER_DELAY_GROUNDS)[number];

/** Where a delay stands: asked for, agreed to by a second person, refused by one, or by silence. */
export const LEDGER_DELAY_STATES = ['requested', 'approved', 'refused', 'lapsed'] as const;

/** Where a delay stands. */
export type LedgerDelayState = (typeof LEDGER_DELAY_STATES)[number];

/** What is kept of a delay. */
export interface LedgerDelayFacts {
  readonly state: LedgerDelayState;
  /** in milliseconds; from this moment on silence has refused it */
  readonly lapsesAt: number;
  /** in milliseconds; `null` unless it was agreed to */
  readonly until: number | null;
  /** in milliseconds; when somebody decided */
  readonly decidedAt: number | null;
}

/** Where it stands at a moment; nobody has to have noticed that it lapsed. */
export const delayStateAt = ({ state, lapsesAt }: Pick<LedgerDelayFacts, 'state' | 'lapsesAt'>, at: number): LedgerDelayState =>
  state === 'requested' && at >= lapsesAt ? 'lapsed' : state;

/** When it stops, or stopped, holding the entry back. */
export function heldBackUntil({ state, lapsesAt, until, decidedAt }: LedgerDelayFacts): number {
  if (state === 'approved') return until ?? lapsesAt;
  return state === 'refused' ? (decidedAt ?? lapsesAt) : lapsesAt;
}
