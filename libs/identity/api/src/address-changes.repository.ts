import { Injectable } from '@nestjs/common';
import { recordEntry, recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { ADDRESS_LINK_LIFETIME } from '@smartpar/identity/model';
import { foldAddress } from '@smartpar/platform/contract';
import { type AccountTransaction, asAccount, type TenantTransaction } from '@smartpar/platform/database';

/** What was mailed to the address before opens nothing any more: whoever reads it now may be somebody else. */
const FORGET_LINKS = `
  with changes as (delete from address_changes where account_id = $1)
  delete from password_resets where account_id = $1`;

/** New sign-in addresses of the transaction's account that have not said yes yet, and the change itself. */
@Injectable()
export class AddressChangesRepository {
  /** Keeps one that waits, in place of those that waited before. */
  async propose(tx: AccountTransaction, { id, email }: { id: string; email: string }, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from address_changes where account_id = $1', [tx.accountId]),
      tx.query('insert into address_changes (account_id, change_id, email, created_at) values ($1, $2, $3, $4)', [tx.accountId, id, email, tx.at]),
      recordPlatformEntry(tx, entry),
    ]);
  }

  /** The address of a change that still waits. */
  async waiting(tx: AccountTransaction, id: string): Promise<string | null> {
    const [row] = await tx.query<{ email: string }>('select email from address_changes where account_id = $1 and change_id = $2 and created_at > $3', [
      tx.accountId,
      id,
      tx.at.subtract(ADDRESS_LINK_LIFETIME),
    ]);
    return row?.email ?? null;
  }

  /**
   * The same for an account of a member, from within their organization's transaction, whose log has the entry.
   * @returns whether the address was free
   */
  async moveWithin(tx: TenantTransaction, accountId: string, { from, to }: { from: string; to: string }, entry: AuditEntry): Promise<boolean> {
    const [row] = await asAccount(tx, accountId, () =>
      tx.query<{ moved: boolean }>('select move_account_address($1, $2) as moved', [foldAddress(from), foldAddress(to)]),
    );
    if (row?.moved !== true) return false;
    await asAccount(tx, accountId, () => tx.query('update accounts set email = $2 where account_id = $1', [accountId, to]));
    await asAccount(tx, accountId, () => tx.query(FORGET_LINKS, [accountId]));
    await recordEntry(tx, entry);
    return true;
  }

  /**
   * The account signs in with another address from now on; nothing else waits any more.
   * @returns whether the address was free
   */
  async move(tx: AccountTransaction, { from, to }: { from: string; to: string }, entry: AuditEntry): Promise<boolean> {
    const [row] = await tx.query<{ moved: boolean }>('select move_account_address($1, $2) as moved', [foldAddress(from), foldAddress(to)]);
    if (row?.moved !== true) return false;
    await tx.query('update accounts set email = $2 where account_id = $1', [tx.accountId, to]);
    await tx.query(FORGET_LINKS, [tx.accountId]);
    await recordPlatformEntry(tx, entry);
    return true;
  }
}
