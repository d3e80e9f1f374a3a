import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { HALF_SESSION_LIFETIME } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';
import type { HalfSessionRow } from './second-factor-row';

/** A half session is over with its time, and with the password it was begun by. */
const STILL_OPEN = `expires_at > $3 and created_at >= coalesce((select changed_at from credentials where account_id = $1), '-infinity')`;

/** Sign-ins of the transaction's account that wait for a code. */
@Injectable()
export class HalfSessionsRepository {
  /** Begins one; those that are over are forgotten. */
  async begin(tx: AccountTransaction, { secretHash, sharedComputer, deviceKnown }: HalfSessionRow, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from half_sessions where account_id = $1 and expires_at <= $2', [tx.accountId, tx.at]),
      tx.query('insert into half_sessions (account_id, secret_hash, shared_computer, device_known, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)', [
        tx.accountId,
        secretHash,
        sharedComputer,
        deviceKnown,
        tx.at,
        tx.at.add(HALF_SESSION_LIFETIME),
      ]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /** Finds one that is still open. */
  async find(tx: AccountTransaction, secretHash: Buffer): Promise<HalfSessionRow | null> {
    const [row] = await tx.query<Omit<HalfSessionRow, 'secretHash'>>(
      `select shared_computer as "sharedComputer", device_known as "deviceKnown" from half_sessions where account_id = $1 and secret_hash = $2 and ${STILL_OPEN}`,
      [tx.accountId, secretHash, tx.at],
    );
    return row === undefined ? null : { secretHash, ...row };
  }

  /**
   * Ends one by what it waited for, once: of two at the same time, one succeeds.
   * @returns whether it was still open
   */
  async complete(tx: AccountTransaction, secretHash: Buffer, entry: AuditEntry): Promise<boolean> {
    const ended = await tx.query(`delete from half_sessions where account_id = $1 and secret_hash = $2 and ${STILL_OPEN} returning secret_hash`, [
      tx.accountId,
      secretHash,
      tx.at,
    ]);
    if (ended.length === 0) return false;
    await recordPlatformEntry(tx, entry);
    return true;
  }

  /** Ends all of them. */
  async endAll(tx: AccountTransaction, entry: AuditEntry): Promise<void> {
    await Promise.all([tx.query('delete from half_sessions where account_id = $1', [tx.accountId]), recordPlatformEntry(tx, entry)]);
  }
}
