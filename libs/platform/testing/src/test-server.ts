import { join } from 'node:path';
import { migrate, type MigrationClass, TemporaryPostgres } from '@smartpar/platform/database';
import { announce } from './test-environment';

/**
 * Starts the server all medium specs of one run share, with a database that carries every migration and is copied per
 * spec file. `MEDIUM_POSTGRES=15` takes that version as Debian installs it; otherwise it is the embedded one.
 * @returns what stops it
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const version = process.env['MEDIUM_POSTGRES'];
  const server = await TemporaryPostgres.start(version === undefined || version === '' ? undefined : `/usr/lib/postgresql/${version}/bin`);
  try {
    await migrate({ ownerUrl: server.ownerUrl, migrations: await allMigrations(), passwords: server.passwords });
  } catch (error) {
    await server.stop();
    throw error;
  }
  announce({ ownerUrl: server.ownerUrl, appPassword: server.passwords.app, backupPassword: server.passwords.backup });
  return () => server.stop();
}

/** The application lists the migrations; nothing below it may import it, so it is looked up when it is needed. */
async function allMigrations(): Promise<readonly MigrationClass[]> {
  const file = join(import.meta.dirname, '../../../../apps/api/src/tables.ts');
  const { allMigrations: migrations } = (await import(file)) as { allMigrations: readonly MigrationClass[] }; // as: what that file exports
  return migrations;
}
