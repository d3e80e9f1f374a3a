import pg from 'pg';
import { valueTypes } from './values';

/** Longest any statement may run. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** Longest any statement waits for a lock another transaction holds. */
const LOCK_TIMEOUT_MS = 5_000;
/** A transaction whose process went silent for this long is ended by the server, so that its locks go. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
/** Longest a request waits for a connection before it is refused. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * What every connection of the serving process is opened with.
 * @param url where the database is, with the serving role's name and password
 */
export const connectionOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'smartpar',
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  statement_timeout: STATEMENT_TIMEOUT_MS,
  lock_timeout: LOCK_TIMEOUT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  types: valueTypes,
});

/**
 * Makes the pool all transactions draw from. Its connections send statements without waiting for earlier answers.
 * @param url where the database is, with the serving role's name and password
 * @param size most connections open at once
 */
export function makePool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ ...connectionOptions(url), pipeline: true, max: size, idleTimeoutMillis: 60_000 });
  return pool.on('connect', (client) => client.on('error', passOver));
}

/** Errors of a connection in use also reach the statement that was waiting; nobody needs to hear them twice. */
const passOver = (): void => undefined;
