import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import { recordEntry, recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { RESET_LIFETIME } from '@smartpar/identity/model';
import type { Temporal } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import { asAccount, type AccountTransaction, type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** A reset of somebody's second factor, for entry to one organization. */
export interface FactorReset {
  readonly organizationId: string;
  readonly resetAt: Temporal.Instant;
}

/** Where the holder of an account is reached. */
export interface HolderAddress {
  readonly to: string;
  readonly locale: Locale;
}

/** Resets by organizations. Each reaches nothing but entry to that organization. */
@Injectable()
export class FactorResetsRepository {
  /**
   * Keeps that the transaction's organization let somebody in without their second factor, in place of what it did before.
   * Where they have none there is nothing to reset, and the same statements keep nothing.
   * @returns where to tell the holder; nowhere where there was nothing to reset
   */
  async keep(tx: TenantTransaction, accountId: string, entry: AuditEntry): Promise<HolderAddress[]> {
    const told = await asAccount(tx, accountId, () =>
      tx.query<HolderAddress>(
        `with kept as (
           insert into factor_resets (account_id, organization_id, reset_at, open_until)
           select a.account_id, $2, $3, $4 from accounts a
           where a.account_id = $1 and exists (select from second_factors f where f.account_id = $1 and f.state = 'active')
           on conflict (account_id, organization_id) do update set reset_at = excluded.reset_at, open_until = excluded.open_until
           returning account_id)
         select p.email as "to", a.locale from kept k join accounts a on a.account_id = k.account_id
         cross join lateral (select a.email union select email from private_addresses where account_id = k.account_id and confirmed) p`,
        [accountId, tx.organizationId, tx.at, tx.at.add(RESET_LIFETIME)],
      ),
    );
    await Promise.all([recordEntry(tx, entry), forgetAccount(tx, accountId)]);
    return told;
  }

  /** The newest reset by which the account may come in without a code. */
  async open(tx: AccountTransaction): Promise<FactorReset | null> {
    const [row] = await tx.query<{ organizationId: string; resetAt: Date }>(
      `select organization_id as "organizationId", reset_at as "resetAt" from factor_resets
       where account_id = $1 and open_until > $2 order by reset_at desc limit 1`,
      [tx.accountId, tx.at],
    );
    return row === undefined ? null : { organizationId: row.organizationId, resetAt: toInstant(row.resetAt) };
  }

  /** When an organization last reset the account's second factor; `null` where it never did, or the holder proved themself since. */
  async at(tx: AccountTransaction, organizationId: string): Promise<Temporal.Instant | null> {
    const [row] = await tx.query<{ resetAt: Date }>('select reset_at as "resetAt" from factor_resets where account_id = $1 and organization_id = $2', [
      tx.accountId,
      organizationId,
    ]);
    return row === undefined ? null : toInstant(row.resetAt);
  }

  /** From now on nobody comes in by this reset; what was set up before it still does not count. */
  async shut(tx: AccountTransaction, organizationId: string, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('update factor_resets set open_until = $3 where account_id = $1 and organization_id = $2', [tx.accountId, organizationId, tx.at]),
      recordPlatformEntry(tx, entry),
      forgetAccount(tx, tx.accountId),
    ]);
  }

  /** Forgets all of them: the holder set a second factor up for all of the account, or turned it off. */
  async forget(tx: AccountTransaction, entry: AuditEntry): Promise<void> {
    await Promise.all([
      tx.query('delete from factor_resets where account_id = $1', [tx.accountId]),
      recordPlatformEntry(tx, entry),
      forgetAccount(tx, tx.accountId),
    ]);
  }
}
