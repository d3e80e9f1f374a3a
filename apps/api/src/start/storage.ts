import type { Time } from '@smartpar/kernel';
import { APP_ROLE, Database, EmbeddedPostgres, externalPostgres, migrate, roleUrl, type RolePasswords, type ServerAccess } from '@smartpar/platform/database';
import type { KeyRing } from '@smartpar/platform/http';
import type { Configuration } from '../config/configuration';
import { allEntities } from '../slices';
import { allMigrations } from '../tables';
import { roleAccess } from './roles';

/** Whether a server may already be running on the data folder: operator commands work beside it, a second server must not. */
export type Beside = 'nothing' | 'a-running-server';

/** A database server that is there, before anything is known of what it holds. */
interface Server {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly passwords: RolePasswords;
  /** stops the server where it was started here */
  readonly stop: () => Promise<void>;
}

/** The database of this installation at the level of this version, which nothing in this process serves from. */
export interface MigratedServer extends Server {
  /** sentences the operator should read */
  readonly notes: readonly string[];
}

/** The database of this installation: migrated, and open for the serving role. */
export interface Storage {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly database: Database;
  /** sentences the operator should read */
  readonly notes: readonly string[];
  /** closes connections, and stops the server where it was started here */
  readonly close: () => Promise<void>;
}

/**
 * Starts or finds the database server and migrates it as its owner.
 * @throws {StartError} one sentence with the remedy
 */
export async function openMigrated(configuration: Configuration, keys: KeyRing, beside: Beside): Promise<MigratedServer> {
  const server = await findServer(configuration, keys, beside);
  try {
    const { ownerUrl, passwords } = server;
    const { notes } = await migrate({ ownerUrl, migrations: allMigrations, passwords });
    return { ...server, notes };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Starts or finds the database server, migrates it as its owner and opens it as the serving role.
 * @throws {StartError} one sentence with the remedy
 */
export async function openStorage(configuration: Configuration, keys: KeyRing, time: Time, beside: Beside): Promise<Storage> {
  const { ownerUrl, appUrl, notes, stop } = await openMigrated(configuration, keys, beside);
  try {
    const database = await Database.open({ url: appUrl, time, entities: allEntities, poolSize: configuration.DATABASE_POOL });
    return { ownerUrl, appUrl, database, notes, close: () => database.close().finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The server DATABASE_URL names; else the embedded one of the data folder. */
async function findServer(configuration: Configuration, keys: KeyRing, beside: Beside): Promise<Server> {
  const { DATABASE_URL, DATABASE_APP_URL, dataFolder } = configuration;
  if (DATABASE_URL === undefined) return embedded(dataFolder, beside);
  await externalPostgres(DATABASE_URL);
  return { ownerUrl: DATABASE_URL, ...roleAccess(DATABASE_URL, DATABASE_APP_URL, keys), stop: () => Promise.resolve() };
}

async function embedded(dataFolder: string, beside: Beside): Promise<Server> {
  const running = beside === 'a-running-server' ? EmbeddedPostgres.running(dataFolder) : null;
  if (running !== null) return reached(running, () => Promise.resolve());
  const started = await EmbeddedPostgres.start({ dataFolder });
  return reached(started, () => started.stop());
}

const reached = ({ ownerUrl, passwords }: ServerAccess, stop: () => Promise<void>): Server => ({
  ownerUrl,
  passwords,
  appUrl: roleUrl(ownerUrl, APP_ROLE, passwords.app),
  stop,
});
