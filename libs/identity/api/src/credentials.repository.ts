import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { AccountTransaction } from '@smartpar/platform/database';

/** The hashes of passwords. */
@Injectable()
export class CredentialsRepository {
  /** Sets the password of the transaction's account, whether it had one or not. */
  async setHash(tx: AccountTransaction, passwordHash: string, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query(
        `insert into credentials (account_id, password_hash, changed_at) values ($1, $2, $3)
         on conflict (account_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
        [tx.accountId, passwordHash, tx.at],
      ),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /**
   * Puts the same password under a costlier hash, if nobody changed it meanwhile.
   * @param hashes the one it was compared with and the one to store
   */
  async strengthenHash(tx: AccountTransaction, { before, after }: { before: string; after: string }, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('update credentials set password_hash = $3 where account_id = $1 and password_hash = $2', [tx.accountId, before, after]),
      recordPlatformEntry(tx, entry),
    ]);
  }
}
