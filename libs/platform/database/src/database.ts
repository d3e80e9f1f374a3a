import { type Actor } from '@smartpar/access/model';
import { isId, type Time } from '@smartpar/kernel';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { makePool, connectionOptions } from './connection-pool';
import { makeDataSource, type EntityClass } from './data-source';
import { type Installation, SELECT_INSTALLATION } from './installation';
import { Listening } from './listening';
import { OpenAccountTransaction, OpenTenantTransaction, OpenTransaction, type OpenedOn } from './open-transaction';
import { readOnce } from './read-once';
import type { AccountTransaction, Statement, TenantTransaction, Transaction } from './transaction';

/** What a database is opened with. */
export interface DatabaseOptions {
  /** where it is, with name and password of the serving role */
  readonly url: string;
  readonly time: Time;
  /** TypeORM entities of all slices */
  readonly entities: readonly EntityClass[];
  /** most connections open at once; 10 where not said */
  readonly poolSize?: number;
}

/** How busy the pool is. */
export interface PoolLoad {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The settings row-level security decides by. */
interface Scope {
  readonly organizationId: string | null;
  readonly accountId: string | null;
}

/**
 * The one way to the database: everything happens in a transaction that says for whom, and forced row-level security
 * holds it to that. Opening one costs no round trip of its own: it travels with the first statement.
 */
export class Database {
  private installed: Installation | undefined;

  private constructor(
    private readonly url: string,
    private readonly time: Time,
    private readonly pool: Pool,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Connects and learns what this installation is.
   * @throws the driver's error where the database cannot be reached
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const pool = makePool(options.url, options.poolSize ?? 10);
    const dataSource = await makeDataSource(pool, options.entities);
    const database = new Database(options.url, options.time, pool, dataSource);
    await database.installation();
    return database;
  }

  /**
   * Works inside one organization, as somebody in particular.
   * @param actor who; their organization is the one, and a member's account is named too
   * @param work everything that is to be kept together; it is kept when it returns and undone when it throws
   */
  tenant<T>(actor: Actor, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    const accountId = 'accountId' in actor ? actor.accountId : null;
    return this.transact<OpenTenantTransaction, T>({ organizationId: actor.organizationId, accountId }, (on) => new OpenTenantTransaction(on, actor), work);
  }

  /**
   * Works on what belongs to one account, and on the platform's log.
   * @param accountId whose
   * @param work everything that is to be kept together
   */
  async account<T>(accountId: string, work: (tx: AccountTransaction) => Promise<T>): Promise<T> {
    const scope = { organizationId: await this.workforce(), accountId };
    return this.transact<OpenAccountTransaction, T>(scope, (on) => new OpenAccountTransaction(on, accountId), work);
  }

  /**
   * Works on what belongs to no tenant and no account, and on the platform's log.
   * @param work everything that is to be kept together
   */
  async global<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const scope = { organizationId: await this.workforce(), accountId: null };
    return this.transact(scope, (on) => new OpenTransaction(on), work);
  }

  /**
   * Reads inside one organization in one round trip: for what is read often.
   * @param organizationId whose
   * @param statement one SELECT
   * @returns its rows
   */
  async readTenant<R extends object>(organizationId: string, statement: Statement): Promise<R[]> {
    const begin = beginning('BEGIN READ ONLY', { organizationId, accountId: null });
    const client = await this.pool.connect();
    return readOnce<R>(client, { organizationId, begin, statement, ended: (broken) => client.release(broken) });
  }

  /**
   * Listens to what transactions tell with `notify`, on a connection of its own that is made again when it is lost.
   * @param handler called with each payload
   * @param onLost called when the connection is lost and again when it is back: in between anything may have been missed
   */
  listen(channel: string, handler: (payload: string) => void, onLost: () => void): Promise<Listening> {
    return Listening.start({ options: connectionOptions(this.url), channel, handler, onLost });
  }

  /**
   * What this installation is.
   * @returns `null` until it has been set up
   */
  async installation(): Promise<Installation | null> {
    if (this.installed !== undefined) return this.installed;
    const { rows } = await this.pool.query<Installation>(SELECT_INSTALLATION);
    this.installed = rows[0];
    return this.installed ?? null;
  }

  /** Asks the database for a sign of life. */
  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  /** How busy the pool is, for metrics. */
  get load(): PoolLoad {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  /** Waits for what is running and closes all connections. */
  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async workforce(): Promise<string | null> {
    return (await this.installation())?.workforceOrganizationId ?? null;
  }

  private async transact<X extends OpenTransaction, T>(scope: Scope, open: (on: OpenedOn) => X, work: (tx: X) => Promise<T>): Promise<T> {
    const begin = beginning('BEGIN', scope);
    const client = await this.pool.connect();
    const tx = open({ client, dataSource: this.dataSource, at: this.time.now().round({ smallestUnit: 'millisecond', roundingMode: 'floor' }) });
    tx.command(begin).catch(ignore);
    try {
      const result = await work(tx);
      await commit(tx);
      return result;
    } catch (error) {
      await rollBack(tx);
      throw error;
    } finally {
      client.release(tx.broken ? tx.failure : undefined);
    }
  }
}

async function commit(tx: OpenTransaction): Promise<void> {
  tx.close();
  const ended = await tx.command('COMMIT');
  if (ended.command !== 'COMMIT')
    throw new Error('A statement of the transaction failed and its error was passed over, so nothing was kept.', { cause: tx.failure });
}

async function rollBack(tx: OpenTransaction): Promise<void> {
  tx.close();
  await tx.command('ROLLBACK').catch(ignore);
}

/** BEGIN and the settings in one message. The values are checked identifiers, so they may stand in the text. */
function beginning(begin: string, { organizationId, accountId }: Scope): string {
  return [begin, ...setting('app.organization_id', organizationId), ...setting('app.account_id', accountId)].join('; ');
}

function setting(name: string, id: string | null): readonly string[] {
  if (id === null) return [];
  if (!isId(id)) throw new TypeError(`${name} takes an identifier.`);
  return [`SET LOCAL ${name} = '${id}'`];
}

/** What failed is told by the statement or the COMMIT that waits for it. */
const ignore = (): void => undefined;
