import { rfc3339, type Temporal } from '@smartpar/kernel';
import { type Clock, clockRule, type ClockView, deadlineOf, isLive, leadingClock, mayPause, openPause, PAUSE_REASONS, stateOf } from '@smartpar/requests/model';

/** The clocks of a request as they are shown: the leading one first, replaced ones last. */
export function clockViews(clocks: readonly Clock[], now: Temporal.Instant): readonly ClockView[] {
  const leading = leadingClock(clocks).clock;
  const rank = (clock: Clock): number => (clock === leading ? 0 : isLive(clock) ? 1 : clock.events.at(-1)?.kind === 'replaced' ? 3 : 2);
  return clocks.toSorted((one, other) => rank(one) - rank(other)).map((clock) => viewOf(clock, clock === leading, now));
}

function viewOf(clock: Clock, leading: boolean, now: Temporal.Instant): ClockView {
  const { id, ruleId, regime, startedAt, timeZone } = clock;
  const rule = clockRule(ruleId);
  const deadline = deadlineOf(clock);
  const pause = openPause(clock);
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
    startedAt: rfc3339(startedAt),
    halfAt: rfc3339(deadline.halfAt),
    fourFifthsAt: rfc3339(deadline.fourFifthsAt),
    dueAt: rfc3339(deadline.dueAt),
    dueOn: deadline.dueOn.toString(),
    timeZone,
    state: stateOf(clock, now),
    pausedSince: pause === null ? null : rfc3339(pause.at),
    pauseReason: pause?.reason ?? null,
    mayPauseFor: PAUSE_REASONS.filter((reason) => mayPause(clock, reason)),
    leading,
    steps: [...deadline.steps],
  };
}
