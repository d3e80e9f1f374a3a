import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { commandOf, isAlive } from './process-identity';
import type { ServerUser } from './server-user';
import { asParameters, listeningOn, type ServerSettings } from './settings';

const LARGEST_LOG_BYTES = 5_000_000;
const FAST_STOP_MS = 15_000;
const HARD_STOP_MS = 5_000;

/** One server: its programs, its data and how it is to run. */
export interface Cluster {
  readonly binaries: Binaries;
  /** holds `data`, `log` and `password` */
  readonly folder: string;
  readonly user: ServerUser | undefined;
  readonly settings: ServerSettings;
}

/** A server on its way up. */
export interface Launched {
  readonly child: ChildProcess;
  /** where its part of the log begins, in bytes */
  readonly logStart: number;
}

/** How an attempt to launch ended when it failed. */
export type LaunchFailure = 'port-taken' | 'still-ending' | 'other';

/** The server's data folder. */
export const dataOf = (cluster: Pick<Cluster, 'folder'>): string => join(cluster.folder, 'data');

/** The server's log file. */
export const logOf = (cluster: Pick<Cluster, 'folder'>): string => join(cluster.folder, 'log');

/**
 * Launches the server in a process group of its own, so that Ctrl-C at a terminal reaches only us and we stop it last.
 * It writes its log to a file: whoever launched it may die without taking it along.
 */
export function launch(cluster: Cluster, port: number): Launched {
  const log = openSync(rotated(logOf(cluster)), 'a', 0o600);
  const logStart = fstatSync(log).size;
  const child = spawn(join(cluster.binaries.folder, 'postgres'), ['-D', dataOf(cluster), ...asParameters({ ...cluster.settings, ...listeningOn(port) })], {
    detached: true,
    cwd: '/',
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    ...cluster.user,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return { child, logStart };
}

/**
 * Reads from the log why a launch failed.
 * @param logStart where that launch's part of the log begins, in bytes
 */
export function launchFailure(cluster: Cluster, logStart: number): { readonly kind: LaunchFailure; readonly sentence: string } {
  const log = readFileSync(logOf(cluster)).subarray(logStart).toString();
  const lines = log.trimEnd().split('\n');
  const sentence = (lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '').replace(/^.*FATAL:\s*/, '');
  if (/Address already in use|could not create any TCP\/IP sockets/.test(log)) return { kind: 'port-taken', sentence };
  if (/shared memory block|lock file .* already exists/.test(log)) return { kind: 'still-ending', sentence };
  return { kind: 'other', sentence };
}

/**
 * Ends what an earlier process left behind: a server that still runs is stopped in order, and a note of one that does
 * not is removed, also when another process has its number by now.
 */
export async function takeOver(cluster: Pick<Cluster, 'folder'>): Promise<void> {
  const note = join(dataOf(cluster), 'postmaster.pid');
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
  if (isServerOf(cluster, pid)) return stopProcess(pid);
  rmSync(note, { force: true });
}

/** Stops a server: fast, so that transactions are rolled back and everything is written; harder only if it does not obey. */
export async function stopProcess(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', HARD_STOP_MS],
    ['SIGKILL', HARD_STOP_MS],
  ] as const) {
    if (!send(pid, signal)) return;
    if (await endsWithin(pid, patience)) return;
  }
}

function isServerOf(cluster: Pick<Cluster, 'folder'>, pid: number): boolean {
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && (commandOf(pid) ?? '').includes(dataOf(cluster));
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (!isAlive(pid)) return true;
    await pause(10);
  }
  return false;
}

/** Keeps one old log beside the current one. */
function rotated(log: string): string {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES) renameSync(log, `${log}.old`);
  return log;
}
