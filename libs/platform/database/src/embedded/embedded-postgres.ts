import { resolve } from 'node:path';
import { accessTo, ownerPassword, type ServerAccess } from './access';
import { embeddedBinaries } from './binaries';
import { clusterFolder } from './cluster-folder';
import { furnish } from './furnish';
import { makeCluster, passwordOf } from './make-cluster';
import { announcePort, currentOwner, giveUpOwnership, takeOwnership } from './owner-lock';
import type { Cluster } from './postmaster';
import { RunningServer } from './running-server';
import { serverUser } from './server-user';
import { DURABLE } from './settings';

/** What the embedded database is started with. */
export interface EmbeddedPostgresOptions {
  /** where the data are kept; made where missing */
  readonly dataFolder: string;
  /** port on 127.0.0.1; a free one where absent */
  readonly port?: number;
  /** told when the server died and could not be brought back */
  readonly onLost?: (error: unknown) => void;
}

/** The PostgreSQL that comes with the program, on this machine only. */
export class EmbeddedPostgres implements ServerAccess {
  readonly ownerUrl: ServerAccess['ownerUrl'];
  readonly passwords: ServerAccess['passwords'];

  private constructor(
    private readonly dataFolder: string,
    private readonly server: RunningServer,
    superuserPassword: string,
  ) {
    ({ ownerUrl: this.ownerUrl, passwords: this.passwords } = accessTo(server.port, superuserPassword));
  }

  /**
   * Starts it on a data folder, made on the first start. What an earlier process left running is taken over, and a
   * server that dies is brought back, as long as this process lives.
   * @throws {StartError} one sentence with the remedy
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const dataFolder = resolve(options.dataFolder);
    const user = serverUser();
    const { folder, cache } = clusterFolder(dataFolder, user);
    const cluster: Cluster = { binaries: embeddedBinaries(user, cache), folder, user, settings: DURABLE };
    takeOwnership(dataFolder);
    try {
      const password = await makeCluster(cluster);
      const server = await RunningServer.start(cluster, password, options);
      await server.asSuperuser((client) => furnish(client, ownerPassword(password)));
      announcePort(dataFolder, server.port);
      return new EmbeddedPostgres(dataFolder, server, password);
    } catch (error) {
      giveUpOwnership(dataFolder);
      throw error;
    }
  }

  /**
   * Finds the database another process of this machine runs on a data folder, for commands beside a running server.
   * @returns `null` where none runs
   */
  static running(dataFolder: string): ServerAccess | null {
    const owner = currentOwner(resolve(dataFolder));
    if (owner === null || owner.port === 0) return null;
    return accessTo(owner.port, passwordOf(clusterFolder(resolve(dataFolder), serverUser())));
  }

  /** Stops it in order; call it last, when nothing uses the database any more. */
  async stop(): Promise<void> {
    await this.server.stop();
    giveUpOwnership(this.dataFolder);
  }

  /** The server's process. */
  get pid(): number | undefined {
    return this.server.pid;
  }
}
