import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { FIRST_DORMANT_DAYS, FIRST_GRACE_DAYS, type LifeRules, lifeRulesChanged } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

const FIRST: LifeRules = { version: 0, graceDays: FIRST_GRACE_DAYS, dormantDays: FIRST_DORMANT_DAYS };

const CHANGE = `
  insert into life_rules as r (organization_id, version, grace_days, dormant_days, changed_at)
  select $1, $2::integer + 1, $3, $4, $5 where $2 = 0 or exists (select from life_rules o where o.organization_id = $1)
  on conflict (organization_id) do update
    set version = r.version + 1, grace_days = excluded.grace_days, dormant_days = excluded.dormant_days, changed_at = excluded.changed_at
  where r.version = $2 returning version`;

/** SQL of the day up to which a last use is so long ago that a member counts as dormant; null where nobody does. @param now the parameter that holds the moment */
export const dormantUpTo = (now: string): string => `
  ((${now}::timestamptz at time zone 'UTC')::date - coalesce(
    (select case when l.dormant_days is null then 1000000 else l.dormant_days end from life_rules l where l.organization_id = $1), ${FIRST_DORMANT_DAYS}))`;

/** How long one can come back, and when a member counts as dormant. */
@Injectable()
export class LifeRulesRepository {
  async read(tx: TenantTransaction): Promise<LifeRules> {
    const [kept] = await tx.query<LifeRules>(
      'select version, grace_days as "graceDays", dormant_days as "dormantDays" from life_rules where organization_id = $1',
      [tx.organizationId],
    );
    return kept ?? FIRST;
  }

  /** @throws {DomainError} `life_rules.changed_meanwhile` */
  async change(tx: TenantTransaction, { version, graceDays, dormantDays }: LifeRules, entry: AuditEntry): Promise<void> {
    const changed = await tx.query(CHANGE, [tx.organizationId, version, graceDays, dormantDays, tx.at]);
    if (changed.length !== 1) throw lifeRulesChanged();
    await recordEntry(tx, entry);
  }
}
