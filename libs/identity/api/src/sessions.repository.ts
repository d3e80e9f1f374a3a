import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { AccountTransaction } from '@smartpar/platform/database';
import { SessionRow } from './session.entity';

/** What somebody at a session has just proved. */
export interface FreshenedSession {
  readonly sessionId: string;
  readonly freshUntil?: Temporal.Instant;
  readonly provedAt?: Temporal.Instant;
  readonly factorSince?: Temporal.Instant | null;
  readonly onlyIn?: string | null;
}

/** Sessions of the transaction's account. */
@Injectable()
export class SessionsRepository {
  /** Finds a session by the hash of its secret. */
  bySecret(tx: AccountTransaction, secretHash: Buffer): Promise<SessionRow | null> {
    return tx.manager.findOneBy(SessionRow, { accountId: tx.accountId, secretHash });
  }

  /** All sessions, last used first; those that died of age are among them. */
  all(tx: AccountTransaction): Promise<SessionRow[]> {
    return tx.manager.find(SessionRow, { where: { accountId: tx.accountId }, order: { lastSeenAt: 'DESC', id: 'DESC' } });
  }

  /** Begins a session. */
  async insert(tx: AccountTransaction, session: SessionRow, entry: AuditEntry): Promise<void> {
    await Promise.all([tx.manager.insert(SessionRow, session), recordPlatformEntry(tx, entry)]);
  }

  /**
   * Makes a session fresh: its holder typed the password again, and gave a code where one was asked for.
   * @returns whether the session is still there
   */
  async freshen(tx: AccountTransaction, { sessionId, ...proved }: FreshenedSession, entry: AuditEntry): Promise<boolean> {
    const [{ affected }] = await Promise.all([
      tx.manager.update(SessionRow, { accountId: tx.accountId, id: sessionId }, proved),
      recordPlatformEntry(tx, entry),
      forgetAccount(tx, tx.accountId),
    ]);
    return affected === 1;
  }

  /** Makes all sessions but one prove themselves again before the next dangerous act. */
  async makeOthersStale(tx: AccountTransaction, keep: string, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('update sessions set fresh_until = least(fresh_until, $3) where account_id = $1 and session_id <> $2', [tx.accountId, keep, tx.at]),
      recordPlatformEntry(tx, entry),
      forgetAccount(tx, tx.accountId),
    ]);
  }

  /**
   * Ends one session.
   * @returns whether it was there
   */
  async end(tx: AccountTransaction, sessionId: string, entry: AuditEntry): Promise<boolean> {
    const [{ affected }] = await Promise.all([
      tx.manager.delete(SessionRow, { accountId: tx.accountId, id: sessionId }),
      recordPlatformEntry(tx, entry),
      forgetAccount(tx, tx.accountId),
    ]);
    return affected === 1;
  }

  /**
   * Ends all sessions but one.
   * @param keep id of the session that stays; `null` where none does
   * @returns how many were ended
   */
  async endOthers(tx: AccountTransaction, keep: string | null, entry: AuditEntry): Promise<number> {
    const [ended] = await Promise.all([
      tx.query('delete from sessions where account_id = $1 and session_id is distinct from $2 returning session_id', [tx.accountId, keep]),
      recordPlatformEntry(tx, entry),
      forgetAccount(tx, tx.accountId),
    ]);
    return ended.length;
  }
}
