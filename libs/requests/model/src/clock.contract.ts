import * as z from 'zod';
import { dayText, instantText } from './moment.contract';
import { PAUSE_REASONS } from './request-kind';

/** Units a rule counts in. */
export const CLOCK_UNITS = ['days', 'business-days', 'calendar-months'] as const;

/** Why a regime applies: where the controller is, where the person is, or as a house rule because no law is known to set a date. */
export const REGIME_GROUNDS = ['controller-place', 'person-place', 'house-rule'] as const;

const step = <C extends string, S extends z.ZodRawShape>(code: C, shape: S) => z.object({ code: z.literal(code), ...shape });

/**
 * One step of "how this date was computed", in order. The console puts each into words; `code` names the sentence.
 */
export const clockStep = z
  .discriminatedUnion('code', [
    step('started', { at: instantText(), day: dayText(), timeZone: z.string() }),
    step('rule-chosen', {
      ruleId: z.string(),
      regime: z.string(),
      ground: z.enum(REGIME_GROUNDS),
      place: z.string().nullable().describe('ISO 3166 code of the place that decided, such as DE or US-CA.'),
    }),
    step('period-added', { figure: z.number().int(), unit: z.enum(CLOCK_UNITS), day: dayText() }),
    step('month-end', { wantedDay: z.number().int(), day: dayText() }),
    step('pause-added', { reason: z.enum(PAUSE_REASONS), from: dayText(), to: dayText(), days: z.number().int(), day: dayText() }),
    step('moved-to-working-day', {
      from: dayText(),
      day: dayText(),
      because: z.array(z.object({ day: dayText(), kind: z.enum(['weekend', 'holiday']), name: z.string().nullable() })),
    }),
    step('ends', { day: dayText(), at: instantText() }),
  ])
  .meta({ id: 'ClockStep' });

/** A computed deadline of a request, with everything needed to check it. */
export const clockView = z
  .object({
    id: z.string(),
    ruleId: z.string(),
    regime: z.string(),
    citation: z.string(),
    confidence: z.enum(['verified', 'unverified']).describe('Unverified rules come from general knowledge: say so beside the date.'),
    houseRule: z.boolean().describe('No law is known to set a date here; the rule is applied as a courtesy.'),
    figure: z.number().int(),
    unit: z.enum(CLOCK_UNITS),
    extension: z
      .object({ figure: z.number().int(), unit: z.enum(CLOCK_UNITS) })
      .nullable()
      .describe('What the law would allow beyond, the person being told in time.'),
    startedAt: instantText(),
    halfAt: instantText(),
    fourFifthsAt: instantText(),
    dueAt: instantText(),
    dueOn: dayText().describe("The last day, in the organization's time zone."),
    timeZone: z.string(),
    state: z.enum(['running', 'paused', 'met', 'missed', 'replaced']),
    pausedSince: instantText().nullable(),
    pauseReason: z.enum(PAUSE_REASONS).nullable(),
    mayPauseFor: z.array(z.enum(PAUSE_REASONS)),
    leading: z.boolean().describe('The earliest of the clocks that run: the one to keep.'),
    steps: z.array(clockStep),
  })
  .meta({ id: 'Clock' });

/** A clock as it is shown. */
export type ClockView = z.infer<typeof clockView>;

/** One step of the explanation. */
export type ClockStep = z.infer<typeof clockStep>;

/** A step of one sort, such as `ClockStepOf<'ends'>`. */
export type ClockStepOf<C extends ClockStep['code']> = Extract<ClockStep, { code: C }>;
