import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error';
import { codeOf } from './binaries';
import { mayWrite, type ServerUser } from './server-user';

/** Where root keeps databases whose data folder is closed to the server's user. */
const ROOT_DATA = '/var/lib/smartpar';
/** Where root keeps programs that are closed to the server's user where they are installed. */
const ROOT_CACHE = '/var/cache/smartpar';

/** Where one embedded database lives. */
export interface ClusterFolder {
  /** belongs to the server's user; holds the server's data, its log and its password */
  readonly folder: string;
  /** where programs may be copied to */
  readonly cache: string;
}

/**
 * Prepares the place for the database of a data folder. It lies inside, unless the server's user cannot reach in there:
 * then it lies where that user can, and a file in the data folder says where, for good.
 * @param dataFolder absolute path; made where missing
 * @throws {StartError} where nothing can be written
 */
export function clusterFolder(dataFolder: string, user: ServerUser | undefined): ClusterFolder {
  try {
    mkdirSync(dataFolder, { recursive: true });
    return user === undefined ? inside(dataFolder) : reachable(dataFolder, user);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(`The data folder ${dataFolder} cannot be written (${codeOf(cause)}): make it writable for this user, or set DATA_FOLDER to another.`, {
      cause,
    });
  }
}

function inside(dataFolder: string): ClusterFolder {
  const folder = join(dataFolder, 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!mayWrite(undefined, folder)) throw Object.assign(new Error('no write access'), { code: 'EACCES' });
  return { folder, cache: dataFolder };
}

function reachable(dataFolder: string, user: ServerUser): ClusterFolder {
  const pointer = join(dataFolder, 'postgres.location');
  if (existsSync(pointer)) return { folder: pointedTo(pointer), cache: ROOT_CACHE };
  const folder = join(dataFolder, 'postgres');
  const isNew = !existsSync(folder);
  if (isNew) mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
  if (mayWrite(user, folder)) return { folder, cache: ROOT_CACHE };
  if (isNew) rmdirSync(folder);
  return { folder: elsewhere(pointer, user), cache: ROOT_CACHE };
}

function pointedTo(pointer: string): string {
  const folder = readFileSync(pointer, 'utf8').trim();
  if (existsSync(folder)) return folder;
  throw new StartError(`The database of this data folder was kept in ${folder}, which is gone: put it back, or remove ${pointer} to begin with an empty one.`);
}

function elsewhere(pointer: string, user: ServerUser): string {
  mkdirSync(ROOT_DATA, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(ROOT_DATA, 'postgres-'));
  chownSync(folder, user.uid, user.gid);
  writeFileSync(pointer, `${folder}\n`);
  return folder;
}
