import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateEvaluations20261126142000 } from '../migrations/20261126142000-create-evaluations';
import { JoinReceipts20261126147100 } from '../migrations/20261126147100-join-receipts';
import { TellFurtherAlerts20261126147000 } from '../migrations/20261126147000-tell-further-alerts';

/** Migrations of evaluations of worker data. */
export const evaluationMigrations = [CreateEvaluations20261126142000, TellFurtherAlerts20261126147000, JoinReceipts20261126147100] as const;

/** Tables of evaluations of worker data. */
export const evaluationTables: readonly TableDeclaration[] = [
  {
    name: 'evaluation_rules',
    class: 'tenant',
    reason: 'Whether an agreement is needed before worker data is evaluated, and which one there is.',
    appendOnly: true,
  },
  { name: 'evaluations', class: 'tenant', reason: 'Which evaluations of worker data were made, as such: without a person.', appendOnly: true },
  {
    name: 'volume_alerts',
    class: 'tenant',
    reason: 'On which day somebody looked unusually often, and what came of it.',
    member: [
      { column: 'member_id', kind: 'cases', becomes: 'kept', why: 'accountability' },
      { column: 'settled_by', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
  { name: 'evaluation_receipts', class: 'tenant', reason: 'Signed lists of all evaluations of a month.', appendOnly: true },
];
