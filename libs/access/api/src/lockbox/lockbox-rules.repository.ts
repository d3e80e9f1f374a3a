import { Injectable } from '@nestjs/common';
import { type LockboxMode, type LockboxPreapproval, lockboxRulesChanged, type LockboxRulesChange } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** How an organization meets requests of SmartPAR's staff. */
export interface KeptLockboxRules {
  readonly version: number;
  readonly mode: LockboxMode;
  readonly preapproved: readonly LockboxPreapproval[];
}

/** Version of the rules an organization starts with: every request is asked about. */
const FIRST_VERSION = 0;

/** How organizations meet requests of SmartPAR's staff. */
@Injectable()
export class LockboxRulesRepository {
  /** The rules in force; held while a request is made by them, so that no change comes in between. */
  read(tx: TenantTransaction): Promise<KeptLockboxRules> {
    return this.kept(tx, 'for share');
  }

  /** The rules in force, for whoever is about to change them: two who do come one after the other. */
  hold(tx: TenantTransaction): Promise<KeptLockboxRules> {
    return this.kept(tx, 'for update');
  }

  private async kept(tx: TenantTransaction, held: 'for share' | 'for update'): Promise<KeptLockboxRules> {
    const [[kept], preapproved] = await Promise.all([
      tx.query<{ version: number; mode: LockboxMode }>(`select version, mode from lockbox_rules where organization_id = $1 ${held}`, [tx.organizationId]),
      tx.query<LockboxPreapproval>(
        'select justification, categories, minutes, reach from lockbox_preapprovals where organization_id = $1 order by justification',
        [tx.organizationId],
      ),
    ]);
    return { version: kept?.version ?? FIRST_VERSION, mode: kept?.mode ?? 'ask', preapproved };
  }

  /**
   * Puts other rules in force.
   * @throws {DomainError} `lockbox_rules.changed_meanwhile`
   */
  async change(tx: TenantTransaction, { version, mode, preapproved }: LockboxRulesChange, entry: AuditEntry): Promise<void> {
    const taken = await tx.query(
      `insert into lockbox_rules as r (organization_id, version, mode, changed_at)
       select $1, $2::integer + 1, $3, $4 where $2 = ${FIRST_VERSION} or exists (select from lockbox_rules o where o.organization_id = $1)
       on conflict (organization_id) do update set version = r.version + 1, mode = excluded.mode, changed_at = excluded.changed_at
       where r.version = $2 returning version`,
      [tx.organizationId, version, mode, tx.at],
    );
    if (taken.length === 0) throw lockboxRulesChanged();
    await tx.query('delete from lockbox_preapprovals where organization_id = $1', [tx.organizationId]);
    for (const kind of preapproved) {
      await tx.query('insert into lockbox_preapprovals (organization_id, justification, categories, minutes, reach) values ($1, $2, $3, $4, $5)', [
        tx.organizationId,
        kind.justification,
        kind.categories,
        kind.minutes,
        kind.reach,
      ]);
    }
    await recordEntry(tx, entry);
  }
}
