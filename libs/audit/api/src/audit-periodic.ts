import { Injectable } from '@nestjs/common';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { SealLog } from './seal-log';

/** What the log does again and again. */
@Injectable()
export class AuditPeriodic {
  constructor(
    private readonly database: Database,
    private readonly seal: SealLog,
  ) {}

  jobs(): readonly PeriodicJob[] {
    return [definePeriodic('audit.seal-logs', '* * * * *', () => this.sealAll())];
  }

  /** Seals the log of every organization. Where one cannot be sealed the others still are, and then it is told. */
  async sealAll(): Promise<void> {
    const faults: unknown[] = [];
    for (const { id } of await this.organizations()) await this.seal.run(id).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} logs could not be sealed.`);
  }

  private organizations(): Promise<{ id: string }[]> {
    return this.database.global((tx) =>
      tx.query<{ id: string }>('select organization_id as id from organization_figures union select workforce_organization_id from installation order by id'),
    );
  }
}
