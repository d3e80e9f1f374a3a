import type { Client } from 'pg';
import { BACKUP_ROLE } from '../roles';
import { scramVerifier } from '../scram-verifier';

/** The role that owns and migrates the embedded database. It is no superuser: the same walls hold as on any server. */
export const OWNER_ROLE = 'smartpar_owner';

/** The embedded database's name. */
export const DATABASE = 'smartpar';

/**
 * Makes the owner, the backup role and the database where they are missing, and sets the owner's password.
 * @param superuser connection to the database `postgres`
 */
export async function furnish(superuser: Client, ownerPassword: string): Promise<void> {
  await ensure(superuser, 'select from pg_roles where rolname = $1', OWNER_ROLE, `create role ${OWNER_ROLE} login createrole createdb`);
  await superuser.query(`alter role ${OWNER_ROLE} password '${scramVerifier(ownerPassword)}'`);
  await ensure(superuser, 'select from pg_roles where rolname = $1', BACKUP_ROLE, `create role ${BACKUP_ROLE} bypassrls`);
  await superuser.query(`grant ${BACKUP_ROLE} to ${OWNER_ROLE} with admin option`);
  await ensure(superuser, 'select from pg_database where datname = $1', DATABASE, `create database ${DATABASE} owner ${OWNER_ROLE}`);
}

async function ensure(superuser: Client, question: string, name: string, remedy: string): Promise<void> {
  const { rowCount } = await superuser.query(question, [name]);
  if (rowCount === 0) await superuser.query(remedy);
}
