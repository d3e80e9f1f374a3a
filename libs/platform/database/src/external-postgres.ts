import pg from 'pg';
import { StartError } from './start-error';

/** First version with everything the product uses. */
const OLDEST_VERSION = 15;

/**
 * Checks a PostgreSQL that somebody else runs, before anything is done to it.
 * @param url its address, from DATABASE_URL
 * @throws {StartError} one sentence: not reachable, not let in, or too old
 */
export async function externalPostgres(url: string): Promise<void> {
  const client = new pg.Client({ ...readable(url), connectionTimeoutMillis: 10_000, application_name: 'smartpar start' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new StartError(
      `The database at ${whereOf(url)} cannot be used (${reasonOf(cause)}): check DATABASE_URL and that the server runs and lets this user in.`,
      { cause },
    );
  }
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    refuseOld(rows[0]?.server_version_num, whereOf(url));
  } finally {
    await client.end();
  }
}

/**
 * Refuses a version that lacks what the product uses.
 * @param versionNumber as the server gives it: `150004`
 */
export function refuseOld(versionNumber: string | undefined, where: string): void {
  const version = Math.floor(Number(versionNumber) / 10_000);
  if (version < OLDEST_VERSION)
    throw new StartError(
      `The database at ${where} is PostgreSQL ${version}: SmartPAR needs ${OLDEST_VERSION} or later, so upgrade it or name another in DATABASE_URL.`,
    );
}

function readable(url: string): pg.ClientConfig {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartError('DATABASE_URL is not the address of a PostgreSQL: write it as postgres://user:password@host:5432/database.');
  }
  return { connectionString: url };
}

/** Host, port and database, without name and password. */
function whereOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message.replace(/[.\s]+$/, '') : String(cause);
}
