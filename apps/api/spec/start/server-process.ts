import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '@smartpar/platform/database';

const ROOT = join(import.meta.dirname, '../../../..');

/** Longest a process is given to end. */
const PATIENCE_MS = 10_000;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Builds the server and its console where their sources changed. */
export function buildProgram(): void {
  const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** A data folder of one spec. */
export function newDataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'smartpar-start-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo; // as: it listens on a port, not on a pipe
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The built server, or an operator command, as a process of its own. */
export class ServerProcess {
  private static readonly running = new Set<ServerProcess>();
  private output = '';
  private errors = '';
  readonly ended: Promise<Ended>;

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    ServerProcess.running.add(this);
    this.ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, output: this.output, errors: this.errors })));
    void this.ended.then(() => ServerProcess.running.delete(this));
  }

  /** Ends what a failed spec left running. */
  static async endAll(): Promise<void> {
    await Promise.all([...ServerProcess.running].map((server) => server.end('SIGTERM')));
  }

  /** Starts it with an environment of its own: nothing of this process's settings leaks in. */
  static start(variables: Readonly<Record<string, string>>, program = 'main', ...words: readonly string[]): ServerProcess {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [`dist/api/${program}.js`, ...words], {
      cwd: ROOT,
      env: { PATH, HOME, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServerProcess(child, `http://localhost:${variables['PORT'] ?? '3000'}`);
  }

  /** Waits until it has printed where it answers and how to sign in. @throws what it said when it ended instead */
  async ready(): Promise<string> {
    const printed = (async () => {
      while (!this.output.includes('answers at')) await pause(20);
      return this.output;
    })();
    const failed = this.ended.then(({ code, errors }) => Promise.reject(new Error(`It ended with ${code}: ${errors}`)));
    return Promise.race([printed, failed]);
  }

  /** Tells it to end, or ends it without a word. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** The process of the embedded database of a data folder. @param folder as the server was told */
export function databasePid(folder: string): number {
  return Number(readFileSync(join(clusterOf(folder), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function clusterOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'postgres.location'), 'utf8').trim();
  } catch {
    return join(folder, 'postgres');
  }
}

/** Waits until a process has ended. @returns whether it did, sooner or later */
export async function hasEnded(pid: number): Promise<boolean> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(20)) if (!isAlive(pid)) return true;
  return false;
}
