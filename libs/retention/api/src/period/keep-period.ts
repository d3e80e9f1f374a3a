import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import type { ChangeRetentionPeriod, RetentionPeriod } from '@smartpar/retention/model';
import { HeldMembers } from '../holds/held-members';
import { PeriodRepository } from './period.repository';

const OPERATION = 'retention-period.change';

/** An organization says for how long it keeps the data of those who left. */
@Injectable()
export class KeepPeriod {
  constructor(
    private readonly database: Database,
    private readonly periods: PeriodRepository,
    private readonly members: HeldMembers,
  ) {}

  read(actor: MemberActor): Promise<RetentionPeriod> {
    return this.database.tenant(actor, (tx) => this.periods.read(tx));
  }

  /** @throws {DomainError} `retention_period.changed_meanwhile` */
  change(actor: MemberActor, change: ChangeRetentionPeriod, key: string): Promise<RetentionPeriod> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, { ...change }) }, {});
      if (!replayed) {
        const { memberDays: from } = await this.periods.read(tx);
        const entry = {
          action: 'retention-period.changed',
          target: { noun: 'retention-period', id: tx.organizationId },
          facts: { from, to: change.memberDays },
        };
        await this.periods.change(tx, change, entry);
        // a longer one is noticed when the day of the shorter one comes
        if (change.memberDays < from) await this.members.lookAgain(tx);
      }
      return this.periods.read(tx);
    });
  }
}
