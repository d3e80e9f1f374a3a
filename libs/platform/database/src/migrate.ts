import { DataSource, type Logger, type MigrationInterface } from 'typeorm';
import pg from 'pg';
import { BACKUP_ROLE } from './roles';
import { makeRoles, type RolePasswords } from './make-roles';
import { StartError } from './start-error';

/** Any number, the same in every process: whoever holds it migrates. */
const MIGRATION_LOCK = 7_223_411_930;

const ignore = (): void => undefined;

/** A migration: a class named in verb, object and a timestamp of 14 digits. */
export type MigrationClass = new () => MigrationInterface;

/** What a migration run is given. */
export interface MigrateOptions {
  /** where the database is, with name and password of its owner */
  readonly ownerUrl: string;
  /** all migrations of all slices, in any order */
  readonly migrations: readonly MigrationClass[];
  readonly passwords: RolePasswords;
}

/** What a migration run did. */
export interface MigrationReport {
  /** names of the migrations that ran now, in order */
  readonly applied: readonly string[];
  /** sentences the operator should read */
  readonly notes: readonly string[];
}

/**
 * Brings the database to the level of this program, as its owner. Safe to run from several processes at once and while
 * the version before still serves.
 * @throws {StartError} where two migrations share a name or a timestamp is missing
 */
export async function migrate({ ownerUrl, migrations, passwords }: MigrateOptions): Promise<MigrationReport> {
  const ordered = inOrder(migrations);
  const lock = new pg.Client({ connectionString: ownerUrl, application_name: 'smartpar migration' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const notes = await makeRoles(lock, passwords);
    const applied = await run(ownerUrl, ordered);
    await lock.query(`grant select on all tables in schema public to ${BACKUP_ROLE}`);
    await lock.query(`grant select on all sequences in schema public to ${BACKUP_ROLE}`);
    return { applied, notes };
  } finally {
    await lock.end();
  }
}

/** The timestamp a migration's name ends in. */
const timestampOf = (migration: MigrationClass): string => /\d{14}$/.exec(migration.name)?.[0] ?? '';

function inOrder(migrations: readonly MigrationClass[]): readonly MigrationClass[] {
  const names = new Set<string>();
  for (const migration of migrations) {
    if (timestampOf(migration) === '') throw new StartError(`The migration ${migration.name} must end in a timestamp of 14 digits: rename it.`);
    if (names.has(migration.name)) throw new StartError(`The migration ${migration.name} is listed twice: list it once.`);
    names.add(migration.name);
  }
  return migrations.toSorted((one, other) => timestampOf(one).localeCompare(timestampOf(other)) || one.name.localeCompare(other.name));
}

async function run(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<readonly string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'smartpar migration',
    installExtensions: false,
    synchronize: false,
    logger: new Silent(),
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations();
    return applied.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** What a migration does is reported, not printed. */
class Silent implements Logger {
  logQuery = ignore;
  logQueryError = ignore;
  logQuerySlow = ignore;
  logSchemaBuild = ignore;
  logMigration = ignore;
  log = ignore;
}
