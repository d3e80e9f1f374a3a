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

  /** Makes the parts of the log for the months ahead, and for entries of months that had none; takes months away in which nothing is left. */
  async prepareMonths(): Promise<void> {
    await this.database.global((tx) => Promise.all([tx.query('select prepare_audit_months()'), tx.query('select drop_empty_audit_months()')]));
  }
}
