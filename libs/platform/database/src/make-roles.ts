import type { Client } from 'pg';
import { APP_ROLE, BACKUP_ROLE } from './roles';
import { scramVerifier } from './scram-verifier';
import { StartError } from './start-error';

/** Passwords of the roles the program itself connects as. */
export interface RolePasswords {
  /** of the serving role */
  readonly app: string;
  /** of the backup role; it cannot log in where absent, and backups are then taken as the owner */
  readonly backup?: string;
}

/** What the catalogue says about a role. */
interface RoleFacts {
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
}

/**
 * Makes the roles that are missing and sets their passwords, as far as the owner may.
 * @param owner connection as the owner
 * @returns sentences the operator should read
 * @throws {StartError} where the serving role cannot be made, or is stronger than it may be
 */
export async function makeRoles(owner: Client, passwords: RolePasswords): Promise<readonly string[]> {
  const notes = [...(await makeAppRole(owner, passwords.app)), ...(await makeBackupRole(owner, passwords.backup))];
  await attempt(owner, 'revoke create on schema public from public');
  await owner.query(`grant usage on schema public to ${APP_ROLE}, ${BACKUP_ROLE}`);
  return notes;
}

async function makeAppRole(owner: Client, password: string): Promise<readonly string[]> {
  const login = `login noinherit password '${scramVerifier(password)}'`;
  const existing = await roleFacts(owner, APP_ROLE);
  if (existing === undefined) {
    const made = await attempt(owner, `create role ${APP_ROLE} ${login}`);
    if (!made && (await roleFacts(owner, APP_ROLE)) === undefined) {
      throw new StartError(
        `The owner of the database may not make roles: run CREATE ROLE ${APP_ROLE} LOGIN and CREATE ROLE ${BACKUP_ROLE} BYPASSRLS once as a superuser, each with its password.`,
      );
    }
    return [];
  }
  if (existing.rolsuper || existing.rolbypassrls) {
    throw new StartError(`The role ${APP_ROLE} passes every wall: run ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS once as a superuser.`);
  }
  const changed = await attempt(owner, `alter role ${APP_ROLE} ${login}`);
  return changed ? [] : [`The password of ${APP_ROLE} is left as it is, because the owner may not change it: set it by hand if the server cannot sign in.`];
}

async function makeBackupRole(owner: Client, password: string | undefined): Promise<readonly string[]> {
  const existing = await roleFacts(owner, BACKUP_ROLE);
  if (existing === undefined && !(await attempt(owner, `create role ${BACKUP_ROLE} bypassrls`))) await owner.query(`create role ${BACKUP_ROLE}`);
  if (password !== undefined) await attempt(owner, `alter role ${BACKUP_ROLE} login password '${scramVerifier(password)}'`);
  await attempt(owner, `grant ${BACKUP_ROLE} to current_user`);
  const made = await roleFacts(owner, BACKUP_ROLE);
  if (made?.rolbypassrls) return [];
  return [`Backups cannot see every row yet, because the owner may not grant it: run ALTER ROLE ${BACKUP_ROLE} BYPASSRLS once as a superuser.`];
}

async function roleFacts(owner: Client, role: string): Promise<RoleFacts | undefined> {
  const { rows } = await owner.query<RoleFacts>('select rolsuper, rolbypassrls from pg_roles where rolname = $1', [role]);
  return rows[0];
}

/** Runs a statement that the owner may lack the right for. */
async function attempt(owner: Client, text: string): Promise<boolean> {
  try {
    await owner.query(text);
    return true;
  } catch {
    return false;
  }
}
