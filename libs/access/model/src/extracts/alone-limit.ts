import type { Temporal } from '@smartpar/kernel';
import { WIDENING_ALONE_HOURS } from '../widening/widening';
import { EXTRACT_ALONE_UP_TO } from './extract';

/** That somebody let people take out more alone than before. */
export interface RaisedLimit {
  readonly by: string;
  /** what counted for them until then */
  readonly from: number;
  readonly at: Temporal.Instant;
}

/** How many people one may take out alone in an organization. */
export interface AloneLimit {
  readonly aloneUpTo: number;
  /** who raised it last, as long as it is above what they had before */
  readonly raised: RaisedLimit | null;
}

/** The limit an organization starts with. */
export const FIRST_ALONE_LIMIT: AloneLimit = Object.freeze({ aloneUpTo: EXTRACT_ALONE_UP_TO, raised: null });

/** What stays for whoever raised a limit themselves, and until when. */
export interface HeldLimit {
  readonly aloneUpTo: number;
  readonly until: Temporal.Instant;
}

/** What stays for a member at a moment since they raised the limit themselves; `null` where the organization's own counts for them. */
export function heldLimit({ aloneUpTo, raised }: AloneLimit, memberId: string, at: Temporal.Instant): HeldLimit | null {
  if (raised === null || raised.by !== memberId || raised.from >= aloneUpTo || !isFresh(raised, at)) return null;
  return { aloneUpTo: raised.from, until: untilOf(raised) };
}

/** How many people a member may take out alone at a moment. */
export const aloneUpToFor = (limit: AloneLimit, memberId: string, at: Temporal.Instant): number => heldLimit(limit, memberId, at)?.aloneUpTo ?? limit.aloneUpTo;

/**
 * The limit as it is after somebody's change: nobody gains at once by their own word. Every raise begins the time anew, so that it cannot be done in
 * steps; lowering it ends the time only where nothing of the raise is left.
 */
export function changedLimit(before: AloneLimit, aloneUpTo: number, memberId: string, at: Temporal.Instant): AloneLimit {
  if (aloneUpTo > before.aloneUpTo) return { aloneUpTo, raised: { by: memberId, from: aloneUpToFor(before, memberId, at), at } };
  const { raised } = before;
  return { aloneUpTo, raised: raised !== null && raised.from < aloneUpTo && isFresh(raised, at) ? raised : null };
}

const untilOf = ({ at }: RaisedLimit): Temporal.Instant => at.add({ hours: WIDENING_ALONE_HOURS });

const isFresh = (raised: RaisedLimit, at: Temporal.Instant): boolean => at.epochMilliseconds < untilOf(raised).epochMilliseconds;
