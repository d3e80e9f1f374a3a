import { newId, type Temporal } from '@smartpar/kernel';
import {
  answerClock,
  type Capacity,
  type Clock,
  type ClockEvent,
  type ClockRecord,
  isLive,
  openPause,
  placeOfCode,
  type RequestKind,
  resume,
  startClocks,
} from '@smartpar/requests/model';
import type { Deed, Desk } from '../deed';
import { holidaysOf } from '../holidays';
import type { Administrator } from '../ports/administrators';
import { happened } from '../request-entry';
import type { HappenedToClock } from '../request.repository';

/** What an act does to clocks, and how the timeline tells of it. */
export type ClockPart = Pick<Deed, 'clocks' | 'clockEvents'> & Pick<Required<Deed>, 'entries'>;

const eachOf = (clocks: readonly Clock[], happens: (clock: Clock) => readonly ClockEvent[]): readonly HappenedToClock[] =>
  clocks.flatMap((clock) => happens(clock).map((event) => ({ clockId: clock.id, event })));

/** Lets every clock that stands still run again. */
export function resumeClocks({ request, at, author }: Desk): ClockPart {
  const paused = request.clocks.filter((clock) => isLive(clock) && openPause(clock) !== null);
  const clockEvents = eachOf(paused, (clock) => [resume(clock, at, holidaysOf(clock.calendar))]);
  const [first] = clockEvents;
  const entries = first?.event.kind === 'resumed' ? [happened({ code: 'clock-resumed', dueOn: first.event.deadline.dueOn.toString() }, author)] : [];
  return { clockEvents, entries };
}

/** Ends every clock by the answer. */
export const answerClocks = ({ request, at }: Desk): readonly HappenedToClock[] =>
  eachOf(request.clocks, (clock) => answerClock(clock, at, holidaysOf(clock.calendar)));

/** Who asks, as far as it decides about the law. */
export interface AskedAs {
  readonly kind: RequestKind;
  readonly capacity: Capacity;
  /** ISO code of where the person is, or null */
  readonly personPlace: string | null;
}

/**
 * Starts the clocks of a request to an organization.
 * @param startedAt when the person sent what is to be answered
 */
export const clocksFor = (administrator: Administrator, { kind, capacity, personPlace }: AskedAs, startedAt: Temporal.Instant): readonly ClockRecord[] =>
  startClocks({
    kind,
    situation: { controller: administrator, person: personPlace === null ? null : placeOfCode(personPlace), capacity },
    startedAt,
    timeZone: administrator.timeZone,
    holidays: holidaysOf(administrator.subdivision ?? administrator.country),
    newId,
  });

/** Opens an answered request again: new clocks, which start now. */
export const restartClocks = ({ request, at, author, administrator }: Desk): ClockPart => ({
  clocks: clocksFor(administrator, request, at),
  entries: [happened({ code: 'reopened' }, author)],
});
