import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartError } from '../start-error';

/** Whom the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/** Ways to make a system user, on Debian and its kin and on Alpine. */
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', NAME]],
  ['adduser', ['-S', '-D', '-H', NAME]],
];

/**
 * Decides whom the server runs as: PostgreSQL refuses to run as root, so root gets the user `postgres`, made where missing.
 * @returns `undefined` where the user of this process will do
 * @throws {StartError} where it cannot be made
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = look();
  if (known) return known;
  for (const [program, parameters] of WAYS) {
    spawnSync(program, parameters);
    const made = look();
    if (made) return made;
  }
  throw new StartError('PostgreSQL does not run as root and the user postgres cannot be made: run "useradd --system postgres", or start as an ordinary user.');
}

/**
 * Tells whether a user reaches a folder and may write in it.
 * @param user `undefined` for the user of this process
 */
export const mayWrite = (user: ServerUser | undefined, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], { cwd: '/', ...user }).status === 0;

function look(): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
