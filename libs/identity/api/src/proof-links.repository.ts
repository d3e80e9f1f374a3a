import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { PRIVATE_LINK_LIFETIME } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';

/** Links to the account's private address. Each opens nothing but the session that asked for it. */
@Injectable()
export class ProofLinksRepository {
  /** Makes a link in place of older ones. */
  async make(tx: AccountTransaction, { id, sessionId }: { id: string; sessionId: string }, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from proof_links where account_id = $1', [tx.accountId]),
      tx.query('insert into proof_links (account_id, proof_id, session_id, expires_at) values ($1, $2, $3, $4)', [
        tx.accountId,
        id,
        sessionId,
        tx.at.add(PRIVATE_LINK_LIFETIME),
      ]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /**
   * Spends a link, once, in the session that asked for it.
   * @returns whether it could be spent
   */
  async spend(tx: AccountTransaction, { id, sessionId }: { id: string; sessionId: string }, entry: AuditEntry): Promise<boolean> {
    const spent = await tx.query('delete from proof_links where account_id = $1 and proof_id = $2 and session_id = $3 and expires_at > $4 returning proof_id', [
      tx.accountId,
      id,
      sessionId,
      tx.at,
    ]);
    if (spent.length === 0) return false;
    await recordPlatformEntry(tx, entry);
    return true;
  }
}
