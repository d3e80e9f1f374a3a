import { Injectable } from '@nestjs/common';
import { changedLimit, type ExtractRules, type ExtractRulesChange, heldLimit, type MemberActor } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { AbilityHolders } from '../holders/ability-holders';
import { DECIDE } from './choose-people';
import { ExtractMails } from './extract-mails';
import { ExtractRulesRepository } from './extract-rules.repository';

const OPERATION = 'extract-rules.change';

/** Owners say how many members' data one person may take out alone. Who raises it waits until that counts for them, and others hear of it. */
@Injectable()
export class KeepExtractRules {
  constructor(
    private readonly database: Database,
    private readonly rules: ExtractRulesRepository,
    private readonly holders: AbilityHolders,
    private readonly mails: ExtractMails,
  ) {}

  /** The rules in force, as they count for whoever asks. */
  read(actor: MemberActor): Promise<ExtractRules> {
    return this.database.tenant(actor, (tx) => this.readAs(tx, actor));
  }

  /**
   * Puts others in force; what waits already waits on.
   * @param key the act's idempotency key
   * @throws {DomainError} `extract_rules.changed_meanwhile`
   */
  change(actor: MemberActor, change: ExtractRulesChange, key: string): Promise<ExtractRules> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, change) }, {});
      if (!replayed) await this.keep(tx, actor, change);
      return this.readAs(tx, actor);
    });
  }

  private async keep(tx: TenantTransaction, { memberId }: MemberActor, { version, aloneUpTo }: ExtractRulesChange): Promise<void> {
    const before = await this.rules.read(tx, 'is-changed');
    const facts = { aloneUpTo, fromAloneUpTo: before.aloneUpTo };
    await this.rules.change(
      tx,
      { version, ...changedLimit(before, aloneUpTo, memberId, tx.at) },
      { action: 'extract-rules.changed', target: { noun: 'extract-rules', id: tx.organizationId }, facts },
    );
    if (aloneUpTo > before.aloneUpTo) await this.mails.tellRaised(tx, await this.holders.reachable(tx, DECIDE, [memberId]));
  }

  private async readAs(tx: TenantTransaction, { memberId }: MemberActor): Promise<ExtractRules> {
    const { version, ...limit } = await this.rules.read(tx, 'may-change');
    const held = heldLimit(limit, memberId, tx.at);
    return { version, aloneUpTo: limit.aloneUpTo, held: held && { aloneUpTo: held.aloneUpTo, until: held.until.toString() } };
  }
}
