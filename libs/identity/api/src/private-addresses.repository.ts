import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { ADDRESS_LINK_LIFETIME } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';

/** Addresses of the holder's own. */
export interface PrivateAddresses {
  readonly confirmed: string | null;
  readonly unconfirmed: string | null;
}

/** The private address of the transaction's account, and the one that waits to become it. */
@Injectable()
export class PrivateAddressesRepository {
  async all(tx: AccountTransaction): Promise<PrivateAddresses> {
    const rows = await tx.query<{ confirmed: boolean; email: string }>(
      'select confirmed, email from private_addresses where account_id = $1 and (confirmed or created_at > $2)',
      [tx.accountId, tx.at.subtract(ADDRESS_LINK_LIFETIME)],
    );
    const emailOf = (confirmed: boolean) => rows.find((row) => row.confirmed === confirmed)?.email ?? null;
    return { confirmed: emailOf(true), unconfirmed: emailOf(false) };
  }

  /** Keeps an address that waits to be confirmed, in place of one that waited before. */
  async propose(tx: AccountTransaction, { id, email }: { id: string; email: string }, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from private_addresses where account_id = $1 and not confirmed', [tx.accountId]),
      tx.query('insert into private_addresses (account_id, address_id, confirmed, email, created_at) values ($1, $2, false, $3, $4)', [
        tx.accountId,
        id,
        email,
        tx.at,
      ]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /**
   * Confirms an address that waits, in place of the one there was.
   * @returns whether it was still waiting
   */
  async confirm(tx: AccountTransaction, id: string, entry: AuditEntry): Promise<boolean> {
    const waiting = await tx.query('select from private_addresses where account_id = $1 and address_id = $2 and not confirmed and created_at > $3 for update', [
      tx.accountId,
      id,
      tx.at.subtract(ADDRESS_LINK_LIFETIME),
    ]);
    if (waiting.length === 0) return false;
    await Promise.all([
      tx.query('delete from private_addresses where account_id = $1 and confirmed', [tx.accountId]),
      tx.query('update private_addresses set confirmed = true where account_id = $1 and address_id = $2', [tx.accountId, id]),
      recordPlatformEntry(tx, entry),
    ]);
    return true;
  }

  /** Removes both. */
  async remove(tx: AccountTransaction, entry: AuditEntry): Promise<void> {
    await Promise.all([tx.query('delete from private_addresses where account_id = $1', [tx.accountId]), recordPlatformEntry(tx, entry)]);
  }
}
