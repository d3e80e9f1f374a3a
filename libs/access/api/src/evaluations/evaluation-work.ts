import { Injectable } from '@nestjs/common';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, defineWork, type PeriodicJob, planRounds, type WorkKind } from '@smartpar/platform/jobs';
import { EvaluateLooks } from './evaluate-looks';
import { MakeReceipt } from './make-receipt';

const LOOKS = 'access.look-volume';
const RECEIPT = 'access.evaluation-receipt';

/** What is done about evaluations again and again: planned for each organization, and done there in one transaction each. */
@Injectable()
export class EvaluationWork {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly looks: EvaluateLooks,
    private readonly receipts: MakeReceipt,
  ) {}

  /** What each kind of planned work does. Both find by themselves what is still to be done, so that neither does anything twice. */
  kinds(): readonly WorkKind[] {
    return [defineWork(LOOKS, async (tx) => void (await this.looks.run(tx))), defineWork(RECEIPT, async (tx) => void (await this.receipts.run(tx)))];
  }

  /** When it is planned: looks every hour; receipts within six hours after a month is over, wherever an organization is. */
  jobs(): readonly PeriodicJob[] {
    return [
      definePeriodic('access.plan-look-volume', '19 * * * *', () => this.plan(LOOKS)),
      definePeriodic('access.plan-receipts', '7 */6 * * *', () => this.plan(RECEIPT)),
    ];
  }

  /** Plans work for every organization for which it is not planned already. The figures are the list of organizations that is of no tenant. */
  private async plan(kind: string): Promise<void> {
    const dueAt = this.time.now();
    await this.database.global(async (tx) => {
      const idle = await tx.query<{ id: string }>(
        `select f.organization_id as id from organization_figures f
         where not exists (select from due_work d where d.organization_id = f.organization_id and d.kind = $1 and d.subject_id = f.organization_id)`,
        [kind],
      );
      await planRounds(
        tx,
        { kind, dueAt },
        idle.map(({ id }) => id),
      );
    });
  }
}
