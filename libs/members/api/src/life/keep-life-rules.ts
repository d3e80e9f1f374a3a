import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { ChangeLifeRules, LifeRules } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { LifeRulesRepository } from './life-rules.repository';

const OPERATION = 'life-rules.change';

/** An organization says how long one can come back, and when a member counts as dormant. Who left already keeps the time they were told. */
@Injectable()
export class KeepLifeRules {
  constructor(
    private readonly database: Database,
    private readonly rules: LifeRulesRepository,
  ) {}

  read(actor: MemberActor): Promise<LifeRules> {
    return this.database.tenant(actor, (tx) => this.rules.read(tx));
  }

  /** @throws {DomainError} `life_rules.changed_meanwhile` */
  change(actor: MemberActor, change: ChangeLifeRules, key: string): Promise<LifeRules> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, { ...change }) }, {});
      if (!replayed) {
        const facts = { graceDays: change.graceDays, dormantDays: change.dormantDays };
        await this.rules.change(tx, change, { action: 'life-rules.changed', target: { noun: 'life-rules', id: tx.organizationId }, facts });
      }
      return this.rules.read(tx);
    });
  }
}
