import type { Transaction } from '@smartpar/platform/database';

/**
 * Sends one statement on what belongs to an account from within another transaction: row-level security is told whose it
 * is, for that statement only.
 */
export async function asAccount<R>(tx: Transaction, accountId: string, statement: () => Promise<R>): Promise<R> {
  const [scope] = await tx.query<{ before: string | null }>(`select current_setting('app.account_id', true) as before`);
  const [, result] = await Promise.all([setAccount(tx, accountId), statement(), setAccount(tx, scope?.before ?? '')]);
  return result;
}

const setAccount = (tx: Transaction, accountId: string): Promise<unknown> => tx.query(`select set_config('app.account_id', $1, true)`, [accountId]);
