import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { accessTo, ownerPassword, type ServerAccess } from './access';
import { embeddedBinaries, installedBinaries } from './binaries';
import { furnish } from './furnish';
import { fleetingPlaces } from './fleeting-places';
import { makeCluster } from './make-cluster';
import { currentOwner, takeOwnership } from './owner-lock';
import { type Cluster, takeOver } from './postmaster';
import { RunningServer } from './running-server';
import { serverUser } from './server-user';
import { FLEETING } from './settings';

const PREFIX = 'smartpar-test-';

/** A PostgreSQL for tests: fast, forgetful, and gone afterwards. */
export class TemporaryPostgres implements ServerAccess {
  readonly ownerUrl: ServerAccess['ownerUrl'];
  readonly passwords: ServerAccess['passwords'];

  private constructor(
    private readonly folder: string,
    private readonly server: RunningServer,
    superuserPassword: string,
  ) {
    ({ ownerUrl: this.ownerUrl, passwords: this.passwords } = accessTo(server.port, superuserPassword));
  }

  /**
   * Starts one, and clears away what test runs that were killed left behind.
   * @param installed folder of a PostgreSQL on this machine; the one that comes with the program where absent
   */
  static async start(installed?: string): Promise<TemporaryPostgres> {
    const places = fleetingPlaces();
    for (const place of places) await sweep(place);
    const user = serverUser();
    const folder = mkdtempSync(join(places[0], PREFIX));
    if (user) chownSync(folder, user.uid, user.gid);
    takeOwnership(folder);
    const binaries = installed === undefined ? embeddedBinaries(user, join(tmpdir(), 'smartpar-cache')) : installedBinaries(installed);
    const cluster: Cluster = { binaries, folder, user, settings: FLEETING };
    const password = await makeCluster(cluster);
    const server = await RunningServer.start(cluster, password, {});
    await server.asSuperuser((client) => furnish(client, ownerPassword(password)));
    return new TemporaryPostgres(folder, server, password);
  }

  /** Runs something as superuser, for what an owner may not do. */
  asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.server.asSuperuser(work);
  }

  /** Stops it and removes all it wrote. */
  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function sweep(place: string): Promise<void> {
  const left = readdirSync(place).filter((name) => name.startsWith(PREFIX));
  for (const folder of left.map((name) => join(place, name)).filter((path) => currentOwner(path) === null)) {
    await takeOver({ folder });
    rmSync(folder, { recursive: true, force: true });
  }
}
