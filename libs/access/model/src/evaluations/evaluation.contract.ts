import { pageOf, pageQuery, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { ROLES } from '../role';
import { EVALUATION_KINDS, EVALUATION_ROLES, EVALUATION_STATES } from './evaluation';
import { VOLUME_ALERT_STATES } from './look-volume';

const moment = () => z.string().meta({ format: 'date-time' });
const day = () => z.string().meta({ format: 'date' });

/** A day as people and programs write it; the database knows no year 0. */
const givenDay = () => z.iso.date({ error: 'Give a day such as 2026-11-26.' }).regex(/^(?!0000)/, { error: 'Give a day such as 2026-11-26.' });

const agreement = z.object({ title: z.string(), reference: z.string(), concludedOn: day(), validUntil: day().nullable() });

const told = {
  needed: z.boolean().describe('The organization says that evaluations of worker data need an agreement.'),
  askedBy: z.string().nullable().describe('With whom, such as the works council.'),
  agreement: agreement.nullable(),
  state: z.enum(EVALUATION_STATES).describe('Why evaluations are on (`not-needed`, `agreed`) or off.'),
  on: z.boolean(),
};

/** `GET /organizations/:organizationId/evaluation-rules`: whether an agreement is needed before worker data is evaluated, and which one there is. */
export const evaluationRules = z
  .object({ version: z.int().describe('Send it back with a change.'), ...told, changedAt: moment().nullable() })
  .meta({ id: 'EvaluationRules' });

/** Whether an agreement is needed, and which one there is. */
export type EvaluationRulesView = z.infer<typeof evaluationRules>;

/** `PUT /organizations/:organizationId/evaluation-rules`. */
export const evaluationRulesChange = z
  .strictObject({
    version: z.int().min(0).max(2_147_483_647).describe('The version that was read; a change based on an older one is refused.'),
    needed: z.boolean(),
    askedBy: shortText(120).nullable(),
    agreement: z
      .strictObject({ title: shortText(200), reference: shortText(120), concludedOn: givenDay(), validUntil: givenDay().nullable() })
      .refine(({ concludedOn, validUntil }) => validUntil === null || concludedOn <= validUntil, {
        path: ['validUntil'],
        error: 'The last day lies before the first.',
      })
      .nullable(),
  })
  .refine(({ needed, askedBy }) => !needed || askedBy !== null, { path: ['askedBy'], error: 'Say with whom the agreement is needed.' })
  .meta({ id: 'EvaluationRulesChange' });

/** A change of whether an agreement is needed, and which one there is. */
export type EvaluationRulesChange = z.infer<typeof evaluationRulesChange>;

/** `GET /organizations/:organizationId/my/evaluations`: whether my organization evaluates what its people do here. */
export const ownEvaluations = z.object({ ...told, kinds: z.array(z.enum(EVALUATION_KINDS)).describe('All there are.') }).meta({ id: 'OwnEvaluations' });

/** Whether my organization evaluates what its people do here. */
export type OwnEvaluations = z.infer<typeof ownEvaluations>;

const by = z.object({ system: z.boolean().describe('No person asked for it.'), roles: z.array(z.enum(EVALUATION_ROLES)) });

/** One evaluation of worker data, as such: never of whom, never by whom but as which role. */
export const evaluationLine = z
  .object({
    id: z.string(),
    kind: z.enum(EVALUATION_KINDS),
    at: moment(),
    by,
    people: z.int().describe('What how many people did was looked at.'),
    findings: z.int().describe('How often it led to an alert.'),
  })
  .meta({ id: 'Evaluation' });

/** One evaluation of worker data, as such. */
export type EvaluationLine = z.infer<typeof evaluationLine>;

/** `GET /organizations/:organizationId/evaluations`: newest first. */
export const evaluationPage = pageOf(evaluationLine).meta({ id: 'EvaluationPage' });

/** Query of the lists of evaluations, alerts and receipts. */
export const evaluationQuery = pageQuery();

/** Query of the lists of evaluations, alerts and receipts. */
export type EvaluationQuery = z.infer<typeof evaluationQuery>;

/** An alert as such: that somebody of some roles looked unusually often, and nothing about whom. */
export const alertOutline = z
  .object({
    id: z.string(),
    kind: z.enum(['look-volume']),
    day: day(),
    roles: z.array(z.enum(ROLES)).describe('The roles of whoever looked.'),
    looks: z.int(),
    usual: z.number().describe('Looks a day that were usual before.'),
    state: z.enum(VOLUME_ALERT_STATES),
  })
  .meta({ id: 'AlertOutline' });

/** An alert as such. */
export type AlertOutline = z.infer<typeof alertOutline>;

/** `GET /organizations/:organizationId/evaluation-alerts`: newest first. */
export const alertOutlinePage = pageOf(alertOutline).meta({ id: 'AlertOutlinePage' });
