import { Temporal } from '@smartpar/kernel';
import { type Clock, type Deadline, leadingClock, toldBy } from '@smartpar/requests/model';
import type { Deed } from './deed';
import type { LockedRequest } from './request.repository';
import { PROGRESS_COLUMNS, type RequestProgress } from './request-row';

/** A request after an act, with the deadline that leads now. */
export interface Settled {
  readonly progress: RequestProgress;
  readonly deadline: Deadline;
}

/**
 * Works out how a request stands after an act: its own fields from the deed, its dates from all of its clocks.
 * The day the person was promised follows the leading clock, except where the identifier is unproved and the organization has not
 * written yet: that day comes from the platform's own rule and must say nothing about the organization.
 * Where clocks take over that end later, what was told too early by them is told again at its time.
 */
export function settle(request: LockedRequest, deed: Pick<Deed, 'state' | 'entries' | 'progress' | 'clocks' | 'clockEvents'>, at: Temporal.Instant): Settled {
  const leading = leadingClock(clocksAfter(request, deed));
  const { dueOn, dueAt } = leading.deadline;
  const changed = { ...progressOf(request), ...deed.progress };
  const open = deed.state !== 'answered';
  const told = request.proved || changed.firstWrittenAt !== null;
  const progress: RequestProgress = {
    ...changed,
    state: deed.state,
    outcome: open ? null : changed.outcome,
    closedAt: open ? null : changed.closedAt,
    dueOn: dueOn.toString(),
    dueAt: toDate(dueAt),
    promisedOn: told ? dueOn.toString() : request.promisedOn,
    paused: leading.paused,
    toldStage: deed.clocks === undefined ? changed.toldStage : toldBy(leading.deadline, at, changed.toldStage),
    lastActivityAt: toDate(at),
    entries: request.entries + deed.entries.length,
  };
  return { progress, deadline: leading.deadline };
}

/** The clocks of a request with what an act adds to them. */
export function clocksAfter(request: LockedRequest, { clocks = [], clockEvents = [] }: Pick<Deed, 'clocks' | 'clockEvents'>): readonly Clock[] {
  const all: readonly Clock[] = [...request.clocks, ...clocks.map((record) => ({ ...record, events: [] }))];
  return all.map((clock) => ({ ...clock, events: [...clock.events, ...clockEvents.filter(({ clockId }) => clockId === clock.id).map(({ event }) => event)] }));
}

/** The part of a request that changes. */
export const progressOf = (request: LockedRequest): RequestProgress =>
  // as: the columns listed are exactly those of RequestProgress
  Object.fromEntries(PROGRESS_COLUMNS.map(([key]) => [key, request[key]])) as unknown as RequestProgress;

/** An instant as the driver writes it. */
export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
