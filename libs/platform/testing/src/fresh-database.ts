import { randomBytes } from 'node:crypto';
import { APP_ROLE, BACKUP_ROLE, roleUrl } from '@smartpar/platform/database';
import { Client, escapeIdentifier } from 'pg';
import { testServer } from './test-environment';

/** A database of one spec file: migrated and empty. */
export interface FreshDatabase {
  /** for migrating, and for looking behind the walls */
  readonly ownerUrl: string;
  /** for the server under test */
  readonly appUrl: string;
  /** for reading backups */
  readonly backupUrl: string;
  /** removes it, whoever is still connected */
  drop(): Promise<void>;
}

/**
 * Makes a database as a copy of the migrated one, in a few dozen milliseconds. Call it in `beforeAll` and `drop` it in
 * `afterAll`.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { ownerUrl, appPassword, backupPassword } = testServer();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const template = new URL(ownerUrl).pathname.slice(1);
  await asOwner(ownerUrl, `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);
  const own = of(ownerUrl, name);
  return {
    ownerUrl: own,
    appUrl: roleUrl(own, APP_ROLE, appPassword),
    backupUrl: roleUrl(own, BACKUP_ROLE, backupPassword),
    drop: () => dropDatabase(ownerUrl, name),
  };
}

/** How often dropping is tried, and how long is waited in between: a vacuum that happens to be at work there is nobody's to end. */
const TRIES = 50;
const PAUSE_MS = 100;

async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await asOwner(ownerUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`);
    } catch (error) {
      if (attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function of(ownerUrl: string, database: string): string {
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: of(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
