import { Injectable } from '@nestjs/common';
import { EXTRACT_ALONE_UP_TO, type ExtractRules, extractRulesChanged, type ExtractRulesChange } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Version of the rules an organization starts with. */
const FIRST_VERSION = 0;

/** How many members' data one person may take out alone. */
@Injectable()
export class ExtractRulesRepository {
  /** The rules in force; held until the transaction ends, so that what is asked for by them is not asked for under others. */
  async read(tx: TenantTransaction): Promise<ExtractRules> {
    const [kept] = await tx.query<ExtractRules>('select version, alone_up_to as "aloneUpTo" from extract_rules where organization_id = $1 for share', [
      tx.organizationId,
    ]);
    return { version: kept?.version ?? FIRST_VERSION, aloneUpTo: kept?.aloneUpTo ?? EXTRACT_ALONE_UP_TO };
  }

  /** Puts others in force. @throws {DomainError} `extract_rules.changed_meanwhile` */
  async change(tx: TenantTransaction, { version, aloneUpTo }: ExtractRulesChange, entry: AuditEntry): Promise<void> {
    const taken = await tx.query(
      `insert into extract_rules as r (organization_id, version, alone_up_to, changed_at)
       select $1, $2::integer + 1, $3, $4 where $2 = ${FIRST_VERSION} or exists (select from extract_rules o where o.organization_id = $1)
       on conflict (organization_id) do update set version = r.version + 1, alone_up_to = excluded.alone_up_to, changed_at = excluded.changed_at
       where r.version = $2 returning version`,
      [tx.organizationId, version, aloneUpTo, tx.at],
    );
    if (taken.length === 0) throw extractRulesChanged();
    await recordEntry(tx, entry);
  }
}
