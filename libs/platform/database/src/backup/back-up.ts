import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BACKUP_ROLE } from '../roles';
import { StartError } from '../start-error';
import { encodeFrame, type Frame } from './frames';
import { type BackedUpTable, type BackupManifest, migrationsOf, sequencesOf, type TableEnd, tablesOf } from './manifest';
import { sealing } from './sealed-stream';

/** What a backup held, or a restore brought back. */
export interface BackupReport {
  /** moment of the snapshot, RFC 9557 */
  readonly at: string;
  readonly tables: readonly TableEnd[];
}

const NEWLINE = 0x0a;

/**
 * Writes all rows of all tables, as of one moment, to a stream: compressed, sealed, in little memory, while the server
 * goes on. Queued jobs are not part of it; they are planned again from what is.
 * @param url address for the backup role, or for an owner who is a member of it
 * @param out where it goes; it is ended
 * @param key 32 bytes, needed again to restore
 * @throws {StartError} where rows would be missing because the role may not see them
 */
export async function backUp(url: string, out: Writable, key: Uint8Array): Promise<BackupReport> {
  const client = new Client({ connectionString: url, application_name: 'smartpar backup', statement_timeout: 0, idle_in_transaction_session_timeout: 0 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await seeEverything(client);
    await client.query('begin isolation level repeatable read read only');
    const manifest = await readManifest(client);
    const ends: TableEnd[] = [];
    await pipeline(Readable.from(framesOf(client, manifest, ends), { objectMode: false }), createGzip({ level: 3 }), sealing(key), out);
    return { at: manifest.at, tables: ends };
  } finally {
    await client.end();
  }
}

/** Makes sure that row-level security hides nothing: whoever may not pass it is refused rather than given less. */
async function seeEverything(client: Client): Promise<void> {
  await client.query('set row_security = off');
  const { rows } = await client.query<{ sees: boolean }>('select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user');
  if (rows[0]?.sees) return;
  try {
    await client.query(`set role ${BACKUP_ROLE}`);
  } catch (cause) {
    throw new StartError(`This user may not read every row: back up as ${BACKUP_ROLE}, or run GRANT ${BACKUP_ROLE} TO this user once as a superuser.`, {
      cause,
    });
  }
  const { rows: after } = await client.query<{ sees: boolean }>('select rolbypassrls as sees from pg_roles where rolname = current_user');
  if (!after[0]?.sees) throw new StartError(`The role ${BACKUP_ROLE} may not read every row: run ALTER ROLE ${BACKUP_ROLE} BYPASSRLS once as a superuser.`);
}

async function readManifest(client: Client): Promise<BackupManifest> {
  const { rows } = await client.query<{ at: string }>(`select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`);
  return { format: 1, at: rows[0]?.at ?? '', migrations: await migrationsOf(client), tables: await tablesOf(client), sequences: await sequencesOf(client) };
}

async function* framesOf(client: Client, manifest: BackupManifest, ends: TableEnd[]): AsyncGenerator<Buffer> {
  yield* encodeFrame({ kind: 'manifest', manifest });
  for (const table of manifest.tables) {
    for await (const frame of tableFrames(client, table)) {
      yield* encodeFrame(frame);
      if (frame.kind === 'table-end') ends.push(frame.end);
    }
  }
  yield* encodeFrame({ kind: 'end' });
}

async function* tableFrames(client: Client, { name, columns }: BackedUpTable): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  let rows = 0;
  const selected = columns.map((column) => escapeIdentifier(column)).join(', ');
  const copy = client.query(copyTo(`copy (select ${selected} from ${escapeIdentifier(name)}) to stdout`));
  for await (const piece of copy) {
    const bytes = piece as Buffer; // as: a stream without encoding gives buffers
    hash.update(bytes);
    rows += newlinesIn(bytes);
    yield { kind: 'rows', bytes };
  }
  yield { kind: 'table-end', end: { table: name, rows, sha256: hash.digest('hex') } };
}

/** Rows of COPY's text format end in a line break, and hold none. */
export function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
