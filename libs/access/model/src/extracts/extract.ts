import type { Temporal } from '@smartpar/kernel';
import type { DecisionState } from '../decisions/decision';

/** How many people somebody may take out within a day before a second person has to agree, until an organization says otherwise. */
export const EXTRACT_ALONE_UP_TO = 25;
/** The most an organization may say; above it nobody is ever alone. */
export const EXTRACT_MOST_ALONE = 500;
/** The hours over which that is counted, so that nobody takes out everybody in small pieces. */
export const EXTRACT_COUNTED_HOURS = 24;
/** Most people of one extract. */
export const EXTRACT_MOST_PEOPLE = 20_000;
/** Hours a finished file is kept for whoever asked. */
export const EXTRACT_KEPT_HOURS = 24;

/** States of an extract as they are kept. */
export const EXTRACT_STATES = ['requested', 'refused', 'lapsed', 'withdrawn', 'running', 'ready', 'stopped'] as const;

/** State of an extract: it waits, was refused, nobody answered, was taken back, is being written, is whole, or ended before it was. */
export type ExtractState = (typeof EXTRACT_STATES)[number];

/** Where an extract stands at some moment: what was written is gone some time later. */
export const EXTRACT_STANDINGS = [...EXTRACT_STATES, 'gone'] as const;

/** Where an extract stands at some moment. */
export type ExtractStanding = (typeof EXTRACT_STANDINGS)[number];

/** Why an extract ended before everybody was in it. */
export const EXTRACT_STOPS = ['access-ended', 'kept-away', 'unsigned', 'taken-back', 'nobody-left'] as const;

/** Why an extract ended before everybody was in it: no access any more, kept from others' data, the undertaking is unsigned, whoever asked ended it, or nobody
 * in it is known any more. */
export type ExtractStop = (typeof EXTRACT_STOPS)[number];

/** What tells where an extract stands. */
export interface ExtractFacts {
  readonly state: ExtractState;
  /** when silence refuses it; `null` where nobody had to decide */
  readonly lapsesAt: Temporal.Instant | null;
  /** until when the file is kept; `null` as long as there is none */
  readonly expiresAt: Temporal.Instant | null;
  readonly isDestroyed: boolean;
}

/** Where an extract stands at a moment; nobody has to have noticed that it lapsed or that its time is over. */
export function extractStandingAt({ state, lapsesAt, expiresAt, isDestroyed }: ExtractFacts, at: Temporal.Instant): ExtractStanding {
  if (state === 'requested') return lapsesAt !== null && isReached(lapsesAt, at) ? 'lapsed' : 'requested';
  if (state !== 'ready' && state !== 'stopped') return state;
  return isDestroyed || (expiresAt !== null && isReached(expiresAt, at)) ? 'gone' : state;
}

/** An extract as something to decide: whatever became of it afterwards, it was allowed. */
export const decisionStateOf = (state: ExtractState): DecisionState => (state === 'running' || state === 'ready' || state === 'stopped' ? 'approved' : state);

/** How much somebody takes out, and has taken out alone before. */
export interface ExtractVolume {
  /** people of this extract */
  readonly people: number;
  /** people of their extracts that nobody else agreed to, within `EXTRACT_COUNTED_HOURS` */
  readonly alone: number;
  /** what the organization lets one do alone */
  readonly aloneUpTo: number;
}

/** Tells whether a second person has to agree: what was taken out alone before counts, so that it cannot be done in pieces. */
export const needsSecondPerson = ({ people, alone, aloneUpTo }: ExtractVolume): boolean => alone + people > aloneUpTo;

const isReached = (moment: Temporal.Instant, at: Temporal.Instant): boolean => moment.epochMilliseconds <= at.epochMilliseconds;
