import { Injectable } from '@nestjs/common';
import { type LockboxRules, type LockboxRulesChange, type MemberActor } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { LockboxRulesRepository } from './lockbox-rules.repository';
import { forgetTimes } from './lockbox-work';
import { LockboxRepository } from './lockbox.repository';
import { planTelling } from './tell-staff';

const OPERATION = 'lockbox-rules.change';

/** Owners say whether SmartPAR's staff may ask at all, and what is allowed without asking. */
@Injectable()
export class KeepLockboxRules {
  constructor(
    private readonly database: Database,
    private readonly rules: LockboxRulesRepository,
    private readonly lockboxes: LockboxRepository,
  ) {}

  /** The rules in force. */
  read(actor: MemberActor): Promise<LockboxRules> {
    return this.database.tenant(actor, (tx) => this.present(tx));
  }

  /**
   * Puts other rules in force. Where nobody is let in any more, what waits is dismissed and what runs ends with it.
   * @param key the act's idempotency key
   * @throws {DomainError} `lockbox_rules.changed_meanwhile`
   */
  change(actor: MemberActor, change: LockboxRulesChange, key: string): Promise<LockboxRules> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, change) }, {});
      if (!replayed) await this.apply(tx, actor, change);
      return this.present(tx);
    });
  }

  private async apply(tx: TenantTransaction, { memberId }: MemberActor, change: LockboxRulesChange): Promise<void> {
    const before = await this.rules.hold(tx);
    const facts = {
      mode: change.mode,
      fromMode: before.mode,
      preapproved: change.preapproved.map(({ justification }) => justification).join(' '),
      fromPreapproved: before.preapproved.map(({ justification }) => justification).join(' '),
    };
    await this.rules.change(tx, change, { action: 'lockbox-rules.changed', target: { noun: 'lockbox-rules', id: tx.organizationId }, facts });
    if (change.mode === 'none') await this.endAll(tx, memberId);
  }

  private async endAll(tx: TenantTransaction, memberId: string): Promise<void> {
    for (const { id, state } of await this.lockboxes.lockOpen(tx)) {
      const target = { noun: 'lockbox', id };
      const facts = { byRules: true };
      await forgetTimes(tx, id);
      if (state === 'requested') await this.lockboxes.dismiss(tx, id, memberId, { action: 'lockbox.dismissed', target, facts });
      else await this.lockboxes.end(tx, id, 'revoked', { action: 'lockbox.invalidated', target, facts });
      await planTelling(tx, id);
    }
  }

  private async present(tx: TenantTransaction): Promise<LockboxRules> {
    const { version, mode, preapproved } = await this.rules.read(tx);
    return { version, mode, preapproved: preapproved.map(({ categories, ...kind }) => ({ ...kind, categories: [...categories] })) };
  }
}
