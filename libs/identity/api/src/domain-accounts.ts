import { Injectable } from '@nestjs/common';
import type { Locale } from '@smartpar/platform/contract';
import { asAccount, type TenantTransaction } from '@smartpar/platform/database';

/** Finds the accounts that use a domain. The database answers only to the organization that has proved it, and tells nobody else that there are any. */
@Injectable()
export class DomainAccounts {
  /** How many there are, and how many of them are members of the transaction's organization. */
  async count(tx: TenantTransaction, domain: string): Promise<{ accounts: number; members: number }> {
    const [row] = await tx.query<{ accounts: number; members: number }>('select accounts, members from count_accounts_of_domain($1)', [domain]);
    return row ?? { accounts: 0, members: 0 };
  }

  /** Some of those that are not, by id. @param beyond the last one of the page before */
  async page(tx: TenantTransaction, domain: string, beyond: string | null, most: number): Promise<readonly string[]> {
    const rows = await tx.query<{ accountId: string }>('select account_id as "accountId" from accounts_of_domain($1, $2, $3)', [domain, beyond, most]);
    return rows.map(({ accountId }) => accountId);
  }

  /** Whether an account uses a domain now. */
  async uses(tx: TenantTransaction, domain: string, accountId: string): Promise<boolean> {
    const [row] = await tx.query<{ uses: boolean }>('select account_uses_domain($1, $2) as uses', [domain, accountId]);
    return row?.uses ?? false;
  }

  /** Where the holder of an account reads mails; `null` where there is no such account. */
  async readerOf(tx: TenantTransaction, accountId: string): Promise<{ email: string; locale: Locale } | null> {
    const rows = await asAccount(tx, accountId, () =>
      tx.query<{ email: string; locale: Locale }>('select email, locale from accounts where account_id = $1', [accountId]),
    );
    return rows[0] ?? null;
  }
}
