import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { APP_ROLE } from '../roles';
import { StartError } from '../start-error';
import { type BackupReport, newlinesIn } from './back-up';
import { decodeFrames, type Frame } from './frames';
import { liftWalls } from './lifted-walls';
import { type BackedUpTable, type BackupManifest, migrationsOf, type TableEnd, tablesOf } from './manifest';
import { unsealing } from './sealed-stream';

/** How long the connections of a process that has ended may stay listed. */
const LEAVING_MS = 3_000;

/**
 * Brings a backup back into an empty database of the same migrations, whole or not at all.
 * @param ownerUrl address of the empty database for its owner; no server may run on it
 * @param source the backup
 * @param key the 32 bytes it was made with
 * @throws {StartError} one sentence: another key, damage, another version, a database that is served or not empty; then nothing changed
 */
export async function restore(ownerUrl: string, source: Readable, key: Uint8Array): Promise<BackupReport> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'smartpar restore', statement_timeout: 0, lock_timeout: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  const opened = new PassThrough();
  const reading = pipeline(source, unsealing(key), createGunzip(), opened);
  reading.catch((error: unknown) => opened.destroy(error instanceof Error ? error : undefined));
  try {
    await refuseWhileServed(client);
    await client.query('begin');
    const report = await restoreFrames(client, decodeFrames(opened));
    await reading;
    await client.query('commit');
    return report;
  } catch (error) {
    source.destroy();
    throw error;
  } finally {
    await client.end();
  }
}

async function restoreFrames(client: Client, frames: AsyncGenerator<Frame>): Promise<BackupReport> {
  const first = await frames.next();
  if (first.done || first.value.kind !== 'manifest') throw damaged();
  const { manifest } = first.value;
  await refuseOtherLevel(client, manifest);
  const putBack = await liftWalls(client, manifest.tables);
  await refuseNonEmpty(client, manifest.tables);
  const tables: TableEnd[] = [];
  for (const table of manifest.tables) tables.push(await restoreTable(client, table, frames));
  const last = await frames.next();
  const beyond = await frames.next();
  if (last.done || last.value.kind !== 'end' || !beyond.done) throw damaged();
  await putBack();
  for (const { name, value, called } of manifest.sequences) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
  return { at: manifest.at, tables };
}

/** A connection that was closed a moment ago is still listed for a moment: only one that stays belongs to a server. */
async function refuseWhileServed(client: Client): Promise<void> {
  const end = performance.now() + LEAVING_MS;
  while (await isServed(client)) {
    if (performance.now() > end) throw new StartError('A server is running on this database, so nothing was restored: stop it first.');
    await pause(50);
  }
}

async function isServed(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_stat_activity where datname = current_database() and usename = $1 limit 1', [APP_ROLE]);
  return rowCount !== 0;
}

async function refuseOtherLevel(client: Client, manifest: BackupManifest): Promise<void> {
  const [migrations, tables] = [await migrationsOf(client), await tablesOf(client)];
  const same = JSON.stringify([migrations.toSorted(), tables]) === JSON.stringify([manifest.migrations.toSorted(), manifest.tables]);
  if (!same)
    throw new StartError(
      `The backup is of another version (${manifest.migrations.at(-1) ?? 'none'}) than the database (${migrations.at(-1) ?? 'none'}): restore it with the version that made it, then upgrade.`,
    );
}

async function refuseNonEmpty(client: Client, tables: readonly BackedUpTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${escapeIdentifier(name)} limit 1`);
    if (rowCount !== 0) throw new StartError(`The database is not empty (${name} has rows), so nothing was restored: name an empty one.`);
  }
}

async function restoreTable(client: Client, { name, columns }: BackedUpTable, frames: AsyncGenerator<Frame>): Promise<TableEnd> {
  const ends: TableEnd[] = [];
  const listed = columns.map((column) => escapeIdentifier(column)).join(', ');
  await pipeline(rowsOf(name, frames, ends), client.query(copyFrom(`copy ${escapeIdentifier(name)} (${listed}) from stdin`)));
  const [end] = ends;
  if (end === undefined) throw damaged();
  return end;
}

/** The rows of one table, up to its end, which must tell the same of them as they do. */
async function* rowsOf(table: string, frames: AsyncGenerator<Frame>, ends: TableEnd[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let rows = 0;
  for (;;) {
    const next = await frames.next();
    if (next.done) throw damaged();
    const frame = next.value;
    if (frame.kind === 'table-end') {
      if (frame.end.table !== table || frame.end.rows !== rows || frame.end.sha256 !== hash.digest('hex')) throw damaged();
      ends.push(frame.end);
      return;
    }
    if (frame.kind !== 'rows') throw damaged();
    hash.update(frame.bytes);
    rows += newlinesIn(frame.bytes);
    yield frame.bytes;
  }
}

const damaged = (): StartError => new StartError('The backup does not hold what it says it holds, so nothing was restored: use another copy of it.');
