import { Injectable } from '@nestjs/common';
import { type KeptSeparation, NOTHING_APART, roleChangedMeanwhile } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

const FIRST: KeptSeparation = { version: 0, pairs: [...NOTHING_APART.pairs.map(([one, other]): [string, string] => [one, other])], limits: [] };

/** What an organization keeps apart. */
@Injectable()
export class SeparationRepository {
  /** What is kept apart; nothing, until an owner says so. */
  async find(tx: TenantTransaction): Promise<KeptSeparation> {
    const [kept] = await tx.query<KeptSeparation>('select version, pairs, limits from role_separations where organization_id = $1', [tx.organizationId]);
    return kept ?? FIRST;
  }

  /**
   * Lets nobody in the organization get or lose a role, or say what is kept apart, until the transaction ends: what is read after this stays true.
   * Ask for it after members were locked and before anything is counted.
   */
  async lock(tx: TenantTransaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`access.roles:${tx.organizationId}`]);
  }

  /** Puts it in place of what was read. @throws {DomainError} `role.changed_meanwhile` */
  async replace(tx: TenantTransaction, { version, pairs, limits }: KeptSeparation, entry: AuditEntry): Promise<void> {
    const changed = await tx.query(
      `insert into role_separations as s (organization_id, version, pairs, limits) select $1, 1, $3, $4 where $2 = 0
         or exists (select from role_separations o where o.organization_id = $1)
       on conflict (organization_id) do update set version = s.version + 1, pairs = excluded.pairs, limits = excluded.limits
         where s.version = $2 returning version`,
      [tx.organizationId, version, JSON.stringify(pairs), JSON.stringify(limits)],
    );
    if (changed.length !== 1) throw roleChangedMeanwhile();
    await recordEntry(tx, entry);
  }
}
