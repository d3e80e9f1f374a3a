import type { Transaction } from './transaction';

/** Says whose account it is, and keeps who it was before beside it. */
const ENTER = `select set_config('app.account_before', coalesce(current_setting('app.account_id', true), ''), true), set_config('app.account_id', $1, true)`;
const LEAVE = `select set_config('app.account_id', current_setting('app.account_before'), true)`;

/**
 * Sends one statement on what belongs to an account from within another transaction: row-level security is told whose it
 * is, for that statement only. All of it leaves in one packet.
 */
export async function asAccount<R>(tx: Transaction, accountId: string, statement: () => Promise<R>): Promise<R> {
  const [, result] = await Promise.all([tx.query(ENTER, [accountId]), statement(), tx.query(LEAVE)]);
  return result;
}
