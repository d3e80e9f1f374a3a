import type { Actor } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import type { EntityManager } from 'typeorm';

/** A statement with its parameters. */
export interface Statement {
  /** SQL with `$1` parameters */
  readonly text: string;
  readonly values: readonly unknown[];
}

/** An open transaction. It is over when the work it was opened for returns; using it later throws. */
export interface Transaction {
  /** when it began, by the application's time, in whole milliseconds, so that what is stored reads back equal */
  readonly at: Temporal.Instant;
  /** TypeORM's manager on this transaction's connection */
  readonly manager: EntityManager;
  /**
   * Runs one statement; statements sent without awaiting each other travel together.
   * Values may be `Temporal` objects. Rows hold `Date` for timestamptz (see `toInstant`), `YYYY-MM-DD` text for date,
   * numbers for bigint and text for numeric.
   * @param text SQL with `$1` parameters
   * @returns the rows
   */
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /**
   * Tells whoever listens on a channel, once this transaction has committed.
   * @param channel name given to `Database.listen`
   * @param payload at most 7,999 bytes; ids only
   */
  notify(channel: string, payload: string): Promise<void>;
}

/** A transaction inside one organization: row-level security shows nothing of any other. */
export interface TenantTransaction extends Transaction {
  readonly actor: Actor;
  readonly organizationId: string;
}

/** A transaction of one account, on what belongs to its holder. */
export interface AccountTransaction extends Transaction {
  readonly accountId: string;
}
