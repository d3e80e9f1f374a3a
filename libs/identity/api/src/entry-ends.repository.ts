import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import { type AccountTransaction, asAccount, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import type { HolderAddress } from './factor-resets.repository';

/** When which organization signed an account out of itself. Sessions stay: they reach everything else. */
@Injectable()
export class EntryEndsRepository {
  /**
   * Keeps that the transaction's organization signed somebody out now. Of an account that is none, the same statements keep nothing.
   * @returns where to tell the holder
   */
  async keep(tx: TenantTransaction, accountId: string, entry: AuditEntry): Promise<HolderAddress[]> {
    const told = await asAccount(tx, accountId, () =>
      tx.query<HolderAddress>(
        `with kept as (
           insert into entry_ends (account_id, organization_id, ended_at) select a.account_id, $2, $3 from accounts a where a.account_id = $1
           on conflict (account_id, organization_id) do update set ended_at = excluded.ended_at
           returning account_id)
         select a.email as "to", a.locale from kept k join accounts a on a.account_id = k.account_id`,
        [accountId, tx.organizationId, tx.at],
      ),
    );
    await Promise.all([recordEntry(tx, entry), forgetAccount(tx, accountId)]);
    return told;
  }

  /** When an organization last signed the account out; `null` where it never did. */
  async at(tx: AccountTransaction, organizationId: string): Promise<Temporal.Instant | null> {
    const [row] = await tx.query<{ endedAt: Date }>('select ended_at as "endedAt" from entry_ends where account_id = $1 and organization_id = $2', [
      tx.accountId,
      organizationId,
    ]);
    return row === undefined ? null : toInstant(row.endedAt);
  }
}
