import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { SHIPPED_USAGE_RULES, USAGE_KINDS, type UsageKind, type UsageRule, type UsageRules, usageRulesChangedMeanwhile } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What an organization says, and since when. */
export interface KeptUsageRules {
  readonly rules: UsageRules;
  /** 0 while nothing was said */
  readonly version: number;
  readonly changedAt: Date | null;
}

interface RuleRow extends UsageRule {
  readonly kind: UsageKind;
  readonly version: number;
  readonly changedAt: Date;
}

/** Which kinds of usage data an organization collects, and how long it keeps each. */
@Injectable()
export class UsageRulesRepository {
  /** What is in force. */
  async read(tx: TenantTransaction): Promise<KeptUsageRules> {
    const rows = await tx.query<RuleRow>('select kind, version, collected, months, changed_at as "changedAt" from usage_rules where organization_id = $1', [
      tx.organizationId,
    ]);
    const of = (kind: UsageKind): UsageRule => {
      const said = rows.find((row) => row.kind === kind);
      return said === undefined ? SHIPPED_USAGE_RULES[kind] : { collected: said.collected, months: said.months };
    };
    const rules = { device: of('device'), 'sign-in': of('sign-in'), diagnostic: of('diagnostic') };
    return { rules, version: rows[0]?.version ?? 0, changedAt: rows[0]?.changedAt ?? null };
  }

  /** Puts other rules in force. @throws {DomainError} `usage_rules.changed_meanwhile` */
  async change(tx: TenantTransaction, version: number, rules: UsageRules, entry: AuditEntry): Promise<void> {
    if ((await this.read(tx)).version !== version) throw usageRulesChangedMeanwhile();
    const saved = await tx.query(
      `insert into usage_rules (organization_id, kind, version, collected, months, changed_at)
       select $1, r.kind, $2 + 1, r.collected, r.months, $6 from unnest($3::text[], $4::boolean[], $5::integer[]) as r (kind, collected, months)
       on conflict (organization_id, kind) do update
         set version = excluded.version, collected = excluded.collected, months = excluded.months, changed_at = excluded.changed_at
         where usage_rules.version = $2
       returning kind`,
      [tx.organizationId, version, USAGE_KINDS, USAGE_KINDS.map((kind) => rules[kind].collected), USAGE_KINDS.map((kind) => rules[kind].months), tx.at],
    );
    if (saved.length !== USAGE_KINDS.length) throw usageRulesChangedMeanwhile();
    await recordEntry(tx, entry);
  }
}
