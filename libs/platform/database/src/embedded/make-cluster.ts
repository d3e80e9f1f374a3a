import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartError } from '../start-error';
import { type Cluster, dataOf } from './postmaster';

/** First PostgreSQL whose own C.UTF-8 needs nothing of the machine. */
const BUILTIN_LOCALE_SINCE = 17;

/**
 * Makes the server's data where there are none yet. One cut short is begun anew, never mistaken for a whole one.
 * @returns the password of the superuser `postgres`
 * @throws {StartError} where it cannot be made, or another version of PostgreSQL made it
 */
export async function makeCluster(cluster: Cluster): Promise<string> {
  const data = dataOf(cluster);
  if (!existsSync(data)) return makeNew(cluster);
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== String(cluster.binaries.major)) {
    throw new StartError(
      `The data in ${cluster.folder} are of PostgreSQL ${version} and SmartPAR brings ${cluster.binaries.major}: back up with the version before and restore with this one.`,
    );
  }
  return passwordOf(cluster);
}

/** The superuser's password, made with the data. */
export const passwordOf = (cluster: Pick<Cluster, 'folder'>): string => readFileSync(passwordFileOf(cluster), 'utf8').trim();

const passwordFileOf = (cluster: Pick<Cluster, 'folder'>): string => join(cluster.folder, 'password');

async function makeNew(cluster: Cluster): Promise<string> {
  const unfinished = `${dataOf(cluster)}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFileOf(cluster), `${password}\n`, { mode: 0o600 });
  if (cluster.user) chownSync(passwordFileOf(cluster), cluster.user.uid, cluster.user.gid);
  await initdb(cluster, unfinished);
  renameSync(unfinished, dataOf(cluster));
  return password;
}

async function initdb(cluster: Cluster, data: string): Promise<void> {
  const locale =
    cluster.binaries.major >= BUILTIN_LOCALE_SINCE ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8'];
  const parameters = [
    '-D',
    data,
    '--username=postgres',
    `--pwfile=${passwordFileOf(cluster)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...locale,
    '--no-instructions',
  ];
  const sync = cluster.settings['fsync'] === 'off' ? ['--no-sync'] : [];
  const child = spawn(join(cluster.binaries.folder, 'initdb'), [...parameters, ...sync], {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    ...cluster.user,
  });
  const [complaint, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    }),
  ]);
  if (code !== 0)
    throw new StartError(`The database cannot be made in ${cluster.folder} (${lastLine(complaint)}): make room and write access there, or set DATA_FOLDER.`);
}

const lastLine = (complaint: string): string =>
  complaint
    .trim()
    .split('\n')
    .findLast((line) => line.includes('error')) ??
  complaint.trim().split('\n').at(-1) ??
  '';
