import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { AccountTransaction } from '@smartpar/platform/database';

/** Recovery codes of the transaction's account, as hashes. */
@Injectable()
export class RecoveryCodesRepository {
  /** How many are left. */
  async left(tx: AccountTransaction): Promise<number> {
    const [row] = await tx.query<{ left: number }>('select count(*) as left from recovery_codes where account_id = $1', [tx.accountId]);
    return row?.left ?? 0;
  }

  /** Keeps new ones in place of all there were; none at all where the list is empty. */
  async replace(tx: AccountTransaction, hashes: readonly Buffer[], entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from recovery_codes where account_id = $1', [tx.accountId]),
      tx.query('insert into recovery_codes (account_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3', [tx.accountId, hashes, tx.at]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /**
   * Spends one, once: of two at the same time, one succeeds.
   * @returns whether it was there
   */
  async spend(tx: AccountTransaction, hash: Buffer, entry: AuditEntry): Promise<boolean> {
    const spent = await tx.query('delete from recovery_codes where account_id = $1 and code_hash = $2 returning code_hash', [tx.accountId, hash]);
    if (spent.length === 0) return false;
    await recordPlatformEntry(tx, entry);
    return true;
  }
}
