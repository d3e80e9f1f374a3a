/** How long a report keeps somebody from others' data without somebody else having looked into it, in days. */
export const VIOLATION_REVIEW_DAYS = 3;

/** How many different people lift or confirm. */
export const VIOLATION_DECIDERS = 2;

/** Where a reported violation stands: nobody decided yet, nobody did in time, it was taken back, or it was found true. */
export const VIOLATION_STATES = ['running', 'lapsed', 'lifted', 'confirmed'] as const;

/** Where a reported violation stands. */
export type ViolationState = (typeof VIOLATION_STATES)[number];

/** What somebody who looks into it thinks: the access comes back, or stays away. */
export const VIOLATION_OUTCOMES = ['lift', 'confirm'] as const;

/** What somebody who looks into it thinks. */
export type ViolationOutcome = (typeof VIOLATION_OUTCOMES)[number];

/** What one person thinks of it. */
export interface ViolationOpinion {
  readonly byMemberId: string;
  readonly outcome: ViolationOutcome;
}

/** What is kept of where it stands, which nobody may have brought up to date. */
export interface ViolationFacts {
  readonly state: ViolationState;
  /** in milliseconds; from this moment on silence has ended it */
  readonly lapsesAt: number;
}

/** Where it stands at a moment; nobody has to have noticed that it lapsed. */
export const violationStateAt = ({ state, lapsesAt }: ViolationFacts, at: number): ViolationState => (state === 'running' && at >= lapsesAt ? 'lapsed' : state);

/**
 * What opinions come to: the one on which two different people agree first.
 * @param opinions oldest first, each person's first counts
 * @returns `null` where nothing is decided yet
 */
export function agreedOutcome(opinions: readonly ViolationOpinion[]): ViolationOutcome | null {
  const by: Record<ViolationOutcome, Set<string>> = { lift: new Set(), confirm: new Set() };
  const heard = new Set<string>();
  for (const { byMemberId, outcome } of opinions) {
    if (heard.has(byMemberId)) continue;
    heard.add(byMemberId);
    by[outcome].add(byMemberId);
    if (by[outcome].size >= VIOLATION_DECIDERS) return outcome;
  }
  return null;
}
