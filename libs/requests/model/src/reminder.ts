import { Temporal } from '@smartpar/kernel';
import type { Deadline } from './deadline';

/** The stages at which somebody is told that time is running out, in order. */
export const REMINDER_STAGES = ['half', 'four-fifths', 'due', 'escalation'] as const;

/** A stage at which somebody is told. */
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** How long after the last day SmartPAR's staff are told. */
export const ESCALATION_DELAY_HOURS = 24;

/** A stage and when it falls. */
export interface PlannedStage {
  readonly stage: ReminderStage;
  readonly at: Temporal.Instant;
}

/**
 * The stages still to come for a deadline. Of those whose time has passed without being told, only the latest is told, at once:
 * nobody gets two mails for one delay. Staff are told after the owners only, so the owners are never passed over.
 * @param done the last stage that was told, or null
 */
export function stagesToCome(deadline: Deadline, now: Temporal.Instant, done: ReminderStage | null): readonly PlannedStage[] {
  const left = allStages(deadline).slice(done === null ? 0 : REMINDER_STAGES.indexOf(done) + 1);
  const firstAhead = left.findIndex(({ at }) => Temporal.Instant.compare(at, now) > 0);
  const passed = firstAhead === -1 ? left.length : firstAhead;
  const ownersFirst = left[passed - 1]?.stage === 'escalation' && left[passed - 2]?.stage === 'due';
  return left.slice(Math.max(0, passed - (ownersFirst ? 2 : 1))).map(({ stage, at }) => ({ stage, at: Temporal.Instant.compare(at, now) < 0 ? now : at }));
}

/**
 * What counts as told once other dates apply: of the stages that were told, those that have come by these dates too. The rest
 * lies ahead again, and is told again when it comes.
 * @param done the last stage that was told, or null
 */
export function toldBy(deadline: Deadline, now: Temporal.Instant, done: ReminderStage | null): ReminderStage | null {
  const told = allStages(deadline).slice(0, done === null ? 0 : REMINDER_STAGES.indexOf(done) + 1);
  return told.findLast(({ at }) => Temporal.Instant.compare(at, now) <= 0)?.stage ?? null;
}

const allStages = ({ halfAt, fourFifthsAt, dueAt }: Deadline): readonly PlannedStage[] => [
  { stage: 'half', at: halfAt },
  { stage: 'four-fifths', at: fourFifthsAt },
  { stage: 'due', at: dueAt },
  { stage: 'escalation', at: dueAt.add({ hours: ESCALATION_DELAY_HOURS }) },
];

/** Somebody a mail about a request may go to. */
export interface Recipient {
  /** null for a named contact who is no member */
  readonly memberId: string | null;
  readonly email: string;
}

/** Whom an organization has to tell. */
export interface Told<R extends Recipient> {
  /** who is to answer this request; null while nobody is */
  readonly assignee: R | null;
  /** everybody who may answer */
  readonly answerers: readonly R[];
  readonly contact: R | null;
  readonly substitute: R | null;
  readonly owners: readonly R[];
  /** the member a complaint is about, with their address */
  readonly concerned: R | null;
}

/**
 * Who in the organization is told at a stage: first whoever is to answer and the substitute; when nobody is there to answer, and
 * when the time is over, the owners. Never the member the request is about, also not under another entry with their address.
 * @returns each address once; empty when there is nobody to tell
 */
export function recipientsAt<R extends Recipient>(stage: Exclude<ReminderStage, 'escalation'> | 'arrival', told: Told<R>): readonly R[] {
  const fit = (some: readonly (R | null)[]): readonly R[] => once(some.filter((one) => one !== null).filter((one) => !isSame(one, told.concerned)));
  const answering = fit(told.assignee === null || isSame(told.assignee, told.concerned) ? [told.contact, ...told.answerers] : [told.assignee]);
  if (stage === 'arrival') return answering.length > 0 ? answering : fit([told.substitute, ...told.owners]);
  if (stage === 'due') return fit([...answering, told.substitute, ...told.owners]);
  const first = fit([...answering, told.substitute]);
  return first.length > 0 ? first : fit(told.owners);
}

const once = <R extends Recipient>(some: readonly R[]): readonly R[] => some.filter((one, index) => some.findIndex((other) => isSame(other, one)) === index);

function isSame(one: Recipient, other: Recipient | null): boolean {
  if (other === null) return false;
  if (one.memberId !== null && one.memberId === other.memberId) return true;
  return one.email.toLowerCase() === other.email.toLowerCase();
}
