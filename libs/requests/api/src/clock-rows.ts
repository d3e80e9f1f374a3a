import { Temporal } from '@smartpar/kernel';
import {
  type ApplyingRegime,
  type Clock,
  type ClockEvent,
  type ClockRecord,
  clockRule,
  type ClockStep,
  type Deadline,
  type PauseReason,
} from '@smartpar/requests/model';
import { instantOf } from './instant-text';

/** A clock as JSON out of the database. */
export interface ClockRow extends DeadlineRow {
  readonly id: string;
  readonly rule_id: string;
  readonly ground: ApplyingRegime['ground'];
  readonly place: string;
  readonly calendar: string;
  readonly time_zone: string;
  readonly started_at: string;
  readonly events: readonly ClockEventRow[] | null;
}

/** A deadline as JSON out of the database. */
export interface DeadlineRow {
  readonly due_on: string;
  readonly due_at: string;
  readonly half_at: string;
  readonly four_fifths_at: string;
  readonly steps: readonly ClockStep[];
}

/** What happened to a clock, as JSON out of the database. */
export type ClockEventRow =
  | { readonly kind: 'paused'; readonly at: string; readonly reason: PauseReason }
  | ({ readonly kind: 'resumed'; readonly at: string } & DeadlineRow)
  | { readonly kind: 'answered' | 'replaced'; readonly at: string };

/** The expression that reads the clocks of `privacy_requests r` with their events, in order, as {@link ClockRow} JSON. */
export const SELECT_CLOCKS = `
  (select coalesce(json_agg(json_build_object(
            'id', c.id, 'rule_id', c.rule_id, 'ground', c.ground, 'place', c.place, 'calendar', c.calendar, 'time_zone', c.time_zone,
            'started_at', c.started_at, 'due_on', c.due_on, 'due_at', c.due_at, 'half_at', c.half_at, 'four_fifths_at', c.four_fifths_at, 'steps', c.steps,
            'events', (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'due_on', e.due_on, 'due_at', e.due_at,
                                                         'half_at', e.half_at, 'four_fifths_at', e.four_fifths_at, 'steps', e.steps) order by e.id)
                       from request_clock_events e
                       where e.organization_id = c.organization_id and e.request_id = c.request_id and e.clock_id = c.id)) order by c.id), '[]')
     from request_clocks c where c.organization_id = r.organization_id and c.request_id = r.id)`;

/** Reads a clock. */
export function toClock(row: ClockRow): Clock {
  return {
    id: row.id,
    ruleId: row.rule_id,
    regime: { regime: clockRule(row.rule_id).regime, ground: row.ground, place: row.place },
    startedAt: instantOf(row.started_at),
    timeZone: row.time_zone,
    calendar: row.calendar,
    deadline: toDeadline(row),
    events: (row.events ?? []).map(toEvent),
  };
}

function toEvent(row: ClockEventRow): ClockEvent {
  const at = instantOf(row.at);
  if (row.kind === 'paused') return { kind: row.kind, at, reason: row.reason };
  return row.kind === 'resumed' ? { kind: row.kind, at, deadline: toDeadline(row) } : { kind: row.kind, at };
}

/** Whoever only shows a clock asks for one of its moments, whoever counts for all: each is read when it is asked for. */
const toDeadline = (row: DeadlineRow): Deadline => ({
  get dueOn() {
    return Temporal.PlainDate.from(row.due_on);
  },
  get dueAt() {
    return instantOf(row.due_at);
  },
  get halfAt() {
    return instantOf(row.half_at);
  },
  get fourFifthsAt() {
    return instantOf(row.four_fifths_at);
  },
  steps: row.steps,
});

/** A clock as JSON into the database. */
export const clockToJson = ({ id, ruleId, regime, startedAt, timeZone, calendar, deadline }: ClockRecord) => ({
  id,
  rule_id: ruleId,
  ground: regime.ground,
  place: regime.place,
  calendar,
  time_zone: timeZone,
  started_at: startedAt.toString(),
  ...deadlineToJson(deadline),
});

/** What happened to a clock, as JSON into the database. */
export const clockEventToJson = (id: string, clockId: string, event: ClockEvent) => ({
  id,
  clock_id: clockId,
  kind: event.kind,
  at: event.at.toString(),
  reason: event.kind === 'paused' ? event.reason : null,
  ...(event.kind === 'resumed' && deadlineToJson(event.deadline)),
});

const deadlineToJson = ({ dueOn, dueAt, halfAt, fourFifthsAt, steps }: Deadline) => ({
  due_on: dueOn.toString(),
  due_at: dueAt.toString(),
  half_at: halfAt.toString(),
  four_fifths_at: fourFifthsAt.toString(),
  steps,
});
