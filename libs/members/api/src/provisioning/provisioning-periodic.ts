import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { CALL_DAYS } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { CallRepository } from './call.repository';

/** What provisioning does again and again. */
@Injectable()
export class ProvisioningPeriodic {
  constructor(
    private readonly database: Database,
    private readonly calls: CallRepository,
    private readonly time: Time,
  ) {}

  jobs(): readonly PeriodicJob[] {
    return [definePeriodic('provisioning.forget-calls', '41 3 * * *', () => this.forgetCalls())];
  }

  /** Forgets calls that are older than they are kept, of one organization after the other. */
  async forgetCalls(): Promise<void> {
    const before = this.time
      .now()
      .subtract({ hours: 24 * CALL_DAYS })
      .toString();
    const organizations = await this.database.global((tx) => tx.query<{ id: string }>('select organization_id as id from organization_figures'));
    for (const { id } of organizations) {
      while (await this.database.tenant(systemActor(id, 'provisioning'), (tx) => this.calls.forget(tx, before)));
    }
  }
}
