import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@smartpar/audit/model';
import { Time } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { definePeriodic, defineWork, type PeriodicJob, planRounds, type WorkKind } from '@smartpar/platform/jobs';
import { UsageCounts } from './usage-count.repository';
import { UsageRecordRepository } from './usage-record.repository';
import { planTrim, TRIM_USAGE } from './usage-rounds';
import { UsageRulesRepository } from './usage-rules.repository';

/** Most records of a kind taken away in one transaction. */
const STEP = 5000;

/**
 * Usage data goes when it is over. First whole months go in which everything is over for everybody; then, organization by organization, what its own
 * rules keep for less long. Each step finds by itself what is still to be done, so that a step that was broken off is done again and none twice.
 */
@Injectable()
export class UsageWork {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly rules: UsageRulesRepository,
    private readonly records: UsageRecordRepository,
    private readonly counts: UsageCounts,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(TRIM_USAGE, (tx) => this.trim(tx))];
  }

  /** Every night: the months ahead are made, those that are over go, and each organization's own step is planned. */
  jobs(): readonly PeriodicJob[] {
    return [definePeriodic('members.tend-usage', '41 1 * * *', () => this.tend())];
  }

  /** Tends the parts, then plans a step for every organization that has none planned. */
  async tend(): Promise<void> {
    const now = this.time.now();
    await this.database.global((tx) => tx.query('select prepare_usage_months()'));
    await this.database.global((tx) => tx.query('select drop_usage_months($1)', [now]));
    await this.database.global(async (tx) => {
      const idle = await tx.query<{ id: string }>(
        `select f.organization_id as id from organization_figures f
         where not exists (select from due_work d where d.organization_id = f.organization_id and d.kind = $1 and d.subject_id = f.organization_id)`,
        [TRIM_USAGE],
      );
      await planRounds(
        tx,
        { kind: TRIM_USAGE, dueAt: now },
        idle.map(({ id }) => id),
      );
    });
  }

  /** One step of one organization; it plans the next where there may be more. */
  async trim(tx: TenantTransaction): Promise<void> {
    const { rules } = await this.rules.read(tx);
    await this.counts.forget(tx);
    if (await this.records.trim(tx, rules, STEP, entryOf(tx))) await planTrim(tx);
  }
}

const entryOf = ({ organizationId }: TenantTransaction): AuditEntry => ({
  action: 'usage.trimmed',
  target: { noun: 'usage-rules', id: organizationId },
  facts: {},
});
