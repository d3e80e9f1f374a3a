/** What may keep a member from others' data, in milliseconds since the epoch. */
export interface AccessStops {
  /** end of the last day of their contract; `null` where it has none */
  readonly contractEnd: number | null;
  /** two people found true what was reported about them */
  readonly confirmed: boolean;
  /** end of a report nobody decided yet; `null` where there is none */
  readonly lapsesAt: number | null;
}

/** Tells whether a member is kept from others' data at a moment: the contract is over, or a report is neither lifted nor lapsed. */
export const isStoppedAt = ({ contractEnd, confirmed, lapsesAt }: AccessStops, at: number): boolean =>
  confirmed || (contractEnd !== null && contractEnd <= at) || (lapsesAt !== null && lapsesAt > at);

/** When that changes next without anybody doing anything; `null` where it does not. */
export function nextStopAfter({ contractEnd, lapsesAt }: AccessStops, at: number): number | null {
  const moments = [contractEnd, lapsesAt].filter((moment) => moment !== null && moment > at);
  return moments.length === 0 ? null : Math.min(...moments.map(Number));
}
