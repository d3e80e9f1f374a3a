import type { Temporal } from '@smartpar/kernel';
import { type Clock, clockRule, type ClockView, isLive, leadingClock, mayPause, PAUSE_REASONS, stateOf } from '@smartpar/requests/model';
import { type ClockRow, type DeadlineRow, toClock } from './clock-rows';
import { utcText } from './instant-text';

/** A clock, and the row it was read from: its moments are shown as they are kept. */
interface Read {
  readonly row: ClockRow;
  readonly clock: Clock;
}

/** The clocks of a request as they are shown: the leading one first, replaced ones last. */
export function clockViews(rows: readonly ClockRow[], now: Temporal.Instant): readonly ClockView[] {
  const read: readonly Read[] = rows.map((row) => ({ row, clock: toClock(row) }));
  const leading = leadingClock(read.map(({ clock }) => clock)).clock;
  const rank = ({ clock }: Read): number => (clock === leading ? 0 : isLive(clock) ? 1 : clock.events.at(-1)?.kind === 'replaced' ? 3 : 2);
  return read.toSorted((one, other) => rank(one) - rank(other)).map((each) => viewOf(each, each.clock === leading, now));
}

function viewOf({ row, clock }: Read, leading: boolean, now: Temporal.Instant): ClockView {
  const { id, ruleId, regime, timeZone } = clock;
  const rule = clockRule(ruleId);
  const deadline = lastDeadline(row);
  const lastEvent = row.events?.at(-1);
  const pause = lastEvent?.kind === 'paused' ? lastEvent : null;
  return {
    id,
    ruleId,
    regime: rule.regime,
    citation: rule.citation,
    confidence: rule.confidence,
    houseRule: regime.ground === 'house-rule',
    figure: rule.period.figure,
    unit: rule.period.unit,
    extension: rule.extension === null ? null : { ...rule.extension },
    startedAt: utcText(row.started_at),
    halfAt: utcText(deadline.half_at),
    fourFifthsAt: utcText(deadline.four_fifths_at),
    dueAt: utcText(deadline.due_at),
    dueOn: deadline.due_on,
    timeZone,
    state: stateOf(clock, now),
    pausedSince: pause === null ? null : utcText(pause.at),
    pauseReason: pause?.reason ?? null,
    mayPauseFor: PAUSE_REASONS.filter((reason) => mayPause(clock, reason)),
    leading,
    steps: [...deadline.steps],
  };
}

const lastDeadline = (row: ClockRow): DeadlineRow => row.events?.findLast((event) => event.kind === 'resumed') ?? row;
