import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error';
import { type Cluster, launch, launchFailure, logOf, stopProcess, takeOver } from './postmaster';

/** How long a start may take, crash recovery and the end of an earlier server's processes included. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 200;

/** How to reach the server as its superuser. */
export interface SuperuserAccess {
  readonly port: number;
  readonly password: string;
}

/**
 * A server that is kept running: when it dies without having been told to, it is launched again on the same port.
 */
export class RunningServer {
  private stopping = false;
  private child: ChildProcess | undefined;
  private readonly onExit = (): void => void this.child?.kill('SIGINT');

  private constructor(
    private readonly cluster: Cluster,
    private readonly password: string,
    readonly port: number,
    private readonly onLost: (error: unknown) => void,
  ) {}

  /**
   * Starts the server.
   * @param port the port it must take; a free one where absent
   * @param onLost told when the server died and could not be brought back
   */
  static async start(
    cluster: Cluster,
    password: string,
    options: { readonly port?: number; readonly onLost?: (error: unknown) => void },
  ): Promise<RunningServer> {
    await takeOver(cluster);
    const server = new RunningServer(cluster, password, options.port ?? (await freePort()), options.onLost ?? ((): void => undefined));
    await server.launchUntilReady();
    process.once('exit', server.onExit);
    return server;
  }

  /** Runs something as superuser. */
  async asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = await connect({ port: this.port, password: this.password });
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** The server's process. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Stops the server in order; what was committed is on disk afterwards. */
  async stop(): Promise<void> {
    this.stopping = true;
    process.off('exit', this.onExit);
    if (this.child?.pid !== undefined) await stopProcess(this.child.pid);
  }

  private async launchUntilReady(): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const { child, logStart } = launch(this.cluster, this.port);
      if (await this.becomesReady(child, end)) return this.watch(child);
      const { kind, sentence } = launchFailure(this.cluster, logStart);
      if (kind === 'port-taken') throw new StartError(`The port ${this.port} for the embedded database is taken: stop what uses it, or choose another.`);
      if (kind === 'other' || performance.now() > end) throw new StartError(`The embedded database does not start (${sentence}): see ${logOf(this.cluster)}.`);
      await pause(RETRY_MS);
      await takeOver(this.cluster);
    }
  }

  private async becomesReady(child: ChildProcess, end: number): Promise<boolean> {
    const ended = new Promise<'ended'>((resolve) => {
      child.once('exit', () => resolve('ended'));
      child.once('error', () => resolve('ended'));
    });
    for (;;) {
      const outcome = await Promise.race([ended, answers({ port: this.port, password: this.password })]);
      if (outcome === 'ended') return false;
      if (outcome === 'answers') return true;
      if (performance.now() > end && child.pid !== undefined) await stopProcess(child.pid);
      await pause(15);
    }
  }

  private watch(child: ChildProcess): void {
    this.child = child;
    child.once('exit', () => {
      if (!this.stopping) this.launchUntilReady().catch(this.onLost);
    });
  }
}

async function connect({ port, password }: SuperuserAccess): Promise<pg.Client> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function answers(access: SuperuserAccess): Promise<'answers' | 'silent'> {
  try {
    await (await connect(access)).end();
    return 'answers';
  } catch {
    return 'silent';
  }
}

/** A port nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('The system gave no port.'))));
    });
  });
}
