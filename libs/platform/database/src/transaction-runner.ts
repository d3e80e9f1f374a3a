import type { QueryResult as DriverResult } from 'pg';
import { type DataSource, QueryResult } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** How a statement reaches the transaction's connection. */
export type Send = (text: string, values: readonly unknown[]) => Promise<DriverResult>;

/**
 * TypeORM's way into a transaction that is already open: its statements go where all others of the transaction go,
 * and beginning, committing and releasing stay with whoever opened it.
 */
export class TransactionRunner extends PostgresQueryRunner {
  constructor(
    dataSource: DataSource,
    private readonly send: Send,
  ) {
    super(dataSource.driver as PostgresDriver, 'master'); // as: the data source is always made for PostgreSQL
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    Object.assign(this, { manager: dataSource.createEntityManager(this) });
  }

  override async query(text: string, values?: readonly unknown[], useStructuredResult = false): ReturnType<PostgresQueryRunner['query']> {
    const answer = await this.send(text, values ?? []);
    const result = new QueryResult();
    result.records = answer.rows;
    result.affected = answer.rowCount ?? undefined;
    result.raw = answer.command === 'UPDATE' || answer.command === 'DELETE' ? [answer.rows, answer.rowCount] : answer.rows;
    return useStructuredResult ? result : result.raw;
  }

  override connect(): Promise<never> {
    return refuse('take a connection of its own');
  }

  override startTransaction(): Promise<never> {
    return refuse('begin another transaction');
  }

  override commitTransaction(): Promise<never> {
    return refuse('commit');
  }

  override rollbackTransaction(): Promise<never> {
    return refuse('roll back');
  }

  override release(): Promise<void> {
    return Promise.resolve();
  }
}

const refuse = (what: string): Promise<never> =>
  Promise.reject(new Error(`Inside a transaction the manager cannot ${what}: the transaction belongs to Database.`));
