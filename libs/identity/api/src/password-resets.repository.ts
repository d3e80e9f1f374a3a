import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { PasswordLinkPurpose } from '@smartpar/identity/model';
import type { Temporal } from '@smartpar/kernel';
import { type AccountTransaction, toInstant, type Transaction } from '@smartpar/platform/database';
import type { PasswordResetRow } from './password-reset.entity';

/** A link to be made. */
export interface PasswordLinkToMake {
  readonly id: string;
  readonly purpose: PasswordLinkPurpose;
  readonly expiresAt: Temporal.Instant;
}

/** The newest link works until the password changes: whatever changed it, older links open nothing. */
const STILL_WORKS = `expires_at > $3 and created_at >= coalesce((select changed_at from credentials where account_id = $1), '-infinity')`;

/** Links by which the transaction's account may choose a password. */
@Injectable()
export class PasswordResetsRepository {
  /** Finds a link that still works. Nothing is spent. */
  async find(tx: AccountTransaction, id: string): Promise<PasswordResetRow | null> {
    const [found] = await tx.query<{ purpose: PasswordLinkPurpose; created_at: Date; expires_at: Date }>(
      `select purpose, created_at, expires_at from password_resets where account_id = $1 and reset_id = $2 and ${STILL_WORKS}`,
      [tx.accountId, id, tx.at],
    );
    if (!found) return null;
    return { accountId: tx.accountId, id, purpose: found.purpose, createdAt: toInstant(found.created_at), expiresAt: toInstant(found.expires_at) };
  }

  /**
   * Makes a link in place of older ones. Where the transaction's account does not exist, the same statements run and
   * make nothing.
   * Nobody is named as the one who did it: whoever asked has proved nothing yet.
   */
  async make(tx: AccountTransaction, link: PasswordLinkToMake, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from password_resets where account_id = $1', [tx.accountId]),
      tx.query(
        `insert into password_resets (account_id, reset_id, purpose, created_at, expires_at)
         select account_id, $2, $3, $4, $5 from accounts where account_id = $1`,
        [tx.accountId, link.id, link.purpose, tx.at, link.expiresAt],
      ),
      recordPlatformEntry(asNobody(tx), entry),
    ]);
  }

  /** Voids every link. */
  async revoke(tx: AccountTransaction, entry: AuditEntry): Promise<void> {
    await Promise.all([tx.query('delete from password_resets where account_id = $1', [tx.accountId]), recordPlatformEntry(tx, entry)]);
  }

  /**
   * Spends a link, once: of two at the same time, one succeeds.
   * @returns whether it could be spent
   */
  async spend(tx: AccountTransaction, id: string, entry: AuditEntry): Promise<boolean> {
    const spent = await tx.query(`delete from password_resets where account_id = $1 and reset_id = $2 and ${STILL_WORKS} returning reset_id`, [
      tx.accountId,
      id,
      tx.at,
    ]);
    if (spent.length === 0) return false;
    await recordPlatformEntry(tx, entry);
    return true;
  }
}

/** The same transaction, without saying whose it is. */
const asNobody = (tx: AccountTransaction): Transaction => ({
  at: tx.at,
  manager: tx.manager,
  query: (text, values) => tx.query(text, values),
  notify: (channel, payload) => tx.notify(channel, payload),
});
