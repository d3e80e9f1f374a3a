import { Injectable } from '@nestjs/common';
import { EvaluationSwitch } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import {
  collectionOf,
  USAGE_CATEGORIES,
  USAGE_KINDS,
  type UsageKindView,
  type UsageRules,
  type UsageRulesChange,
  type UsageRulesView,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { planTrim } from './usage-rounds';
import { UsageCounts } from './usage-count.repository';
import { UsageRulesRepository } from './usage-rules.repository';

const OPERATION = 'usage-rules.change';

/** An organization says which kinds of usage data it collects and how long it keeps each. */
@Injectable()
export class KeepUsageRules {
  constructor(
    private readonly database: Database,
    private readonly evaluations: EvaluationSwitch,
    private readonly rules: UsageRulesRepository,
    private readonly counts: UsageCounts,
  ) {}

  /** What is in force, and what was dropped lately. */
  read(actor: MemberActor): Promise<UsageRulesView> {
    return this.database.tenant(actor, (tx) => this.within(tx));
  }

  /**
   * Puts other rules in force: batches that begin after this are judged by them, and what is over by them goes within minutes.
   * @throws {DomainError} `usage_rules.changed_meanwhile`
   */
  change(actor: MemberActor, { version, kinds }: UsageRulesChange, key: string): Promise<UsageRulesView> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, { version, kinds }) }, {});
      if (!replayed) {
        await this.rules.change(tx, version, kinds, entryOf(tx, version + 1, kinds));
        await planTrim(tx);
      }
      return this.within(tx);
    });
  }

  /** What is in force, as everybody may read it. */
  async within(tx: TenantTransaction): Promise<UsageRulesView> {
    const [{ rules, version, changedAt }, agreed, dropped] = await Promise.all([this.rules.read(tx), this.evaluations.isOn(tx), this.counts.lately(tx)]);
    const kinds = viewOf(rules, agreed);
    return { version, kinds, changedAt: changedAt?.toISOString() ?? null, dropped };
  }
}

const viewOf = (rules: UsageRules, agreed: boolean): UsageKindView[] =>
  USAGE_KINDS.map((kind) => ({ kind, category: USAGE_CATEGORIES[kind], ...rules[kind], now: collectionOf(rules[kind], agreed) }));

const entryOf = ({ organizationId }: TenantTransaction, version: number, rules: UsageRules): AuditEntry => ({
  action: 'usage-rules.changed',
  target: { noun: 'usage-rules', id: organizationId },
  facts: {
    version,
    collected: USAGE_KINDS.filter((kind) => rules[kind].collected).join(' '),
    deviceMonths: rules.device.months,
    signInMonths: rules['sign-in'].months,
    diagnosticMonths: rules.diagnostic.months,
  },
});
