import type { Actor } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { isBroken, withoutValues } from './database-error';
import { statementName } from './statement-name';
import type { AccountTransaction, TenantTransaction, Transaction } from './transaction';
import { TransactionRunner } from './transaction-runner';
import { toParameter } from './values';

/** What a transaction works with. */
export interface OpenedOn {
  readonly client: PoolClient;
  readonly dataSource: DataSource;
  readonly at: Temporal.Instant;
}

/** A transaction between BEGIN and COMMIT, on one connection. */
export class OpenTransaction implements Transaction {
  readonly at: Temporal.Instant;
  /** the first statement that failed; after it the database keeps nothing of this transaction */
  failure: Error | undefined;
  private over = false;
  private corked = false;
  private managed: EntityManager | undefined;

  constructor(private readonly on: OpenedOn) {
    this.at = on.at;
  }

  get manager(): EntityManager {
    this.managed ??= this.makeManager();
    return this.managed;
  }

  async query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    const result = await this.send(text, values);
    return result.rows as R[]; // as: the shape of the rows is the caller's statement
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.send('select pg_notify($1, $2)', [channel, payload]);
  }

  /** Sends one statement at once, without waiting for those before it. */
  send(text: string, values: readonly unknown[]): Promise<QueryResult> {
    if (this.over) return Promise.reject(new Error('The transaction is over: every statement of it must be awaited inside the work it was opened for.'));
    return this.transmit({ text, values: values.map(toParameter), name: statementName(this.on.client, text) });
  }

  /** Sends a command that opens, commits or rolls back. */
  command(text: string): Promise<QueryResult> {
    return this.transmit({ text });
  }

  /** From here on nothing more is sent: what follows on this connection belongs to somebody else. */
  close(): void {
    this.over = true;
  }

  /** Tells whether the connection must not be used again. */
  get broken(): boolean {
    return this.failure !== undefined && isBroken(this.failure);
  }

  private transmit(statement: { text: string; values?: unknown[]; name?: string }): Promise<QueryResult> {
    this.holdUntilNextTick();
    return this.on.client.query(statement).catch((error: unknown) => {
      const failure = withoutValues(error);
      this.failure ??= failure;
      throw failure;
    });
  }

  /** Statements sent in one go leave in one packet. */
  private holdUntilNextTick(): void {
    if (this.corked) return;
    const { stream } = this.on.client.connection;
    this.corked = true;
    stream.cork();
    process.nextTick(() => {
      this.corked = false;
      stream.uncork();
    });
  }

  private makeManager(): EntityManager {
    const runner = new TransactionRunner(this.on.dataSource, (text, values) => this.send(text, values));
    return runner.manager;
  }
}

/** A transaction inside one organization. */
export class OpenTenantTransaction extends OpenTransaction implements TenantTransaction {
  readonly organizationId: string;

  constructor(
    on: OpenedOn,
    readonly actor: Actor,
  ) {
    super(on);
    this.organizationId = actor.organizationId;
  }
}

/** A transaction of one account. */
export class OpenAccountTransaction extends OpenTransaction implements AccountTransaction {
  constructor(
    on: OpenedOn,
    readonly accountId: string,
  ) {
    super(on);
  }
}
