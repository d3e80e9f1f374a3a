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
    return [
      definePeriodic('audit.seal-logs', '* * * * *', () => this.seal.runAll()),
      definePeriodic('audit.prepare-months', '11 2 * * *', () => this.prepareMonths()),
    ];
  }

  /** Makes the parts of the log for the months ahead, and for entries of months that had none. */
  async prepareMonths(): Promise<void> {
    await this.database.global((tx) => tx.query('select prepare_audit_months()'));
  }
}
