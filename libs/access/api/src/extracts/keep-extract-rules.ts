import { Injectable } from '@nestjs/common';
import type { ExtractRules, ExtractRulesChange, MemberActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { ExtractRulesRepository } from './extract-rules.repository';

const OPERATION = 'extract-rules.change';

/** Owners say how many members' data one person may take out alone. */
@Injectable()
export class KeepExtractRules {
  constructor(
    private readonly database: Database,
    private readonly rules: ExtractRulesRepository,
  ) {}

  /** The rules in force. */
  read(actor: MemberActor): Promise<ExtractRules> {
    return this.database.tenant(actor, (tx) => this.rules.read(tx));
  }

  /**
   * Puts others in force; what waits already waits on.
   * @param key the act's idempotency key
   * @throws {DomainError} `extract_rules.changed_meanwhile`
   */
  change(actor: MemberActor, change: ExtractRulesChange, key: string): Promise<ExtractRules> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, change) }, {});
      if (!replayed) {
        const { aloneUpTo: before } = await this.rules.read(tx);
        const facts = { aloneUpTo: change.aloneUpTo, fromAloneUpTo: before };
        await this.rules.change(tx, change, { action: 'extract-rules.changed', target: { noun: 'extract-rules', id: tx.organizationId }, facts });
      }
      return this.rules.read(tx);
    });
  }
}
