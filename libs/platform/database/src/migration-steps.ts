import type { QueryRunner } from 'typeorm';
import { APP_ROLE, BACKUP_ROLE } from './roles';

/** What the serving role may do with a table; updates may be held to columns: `update (name, email)`. */
export type Grant = 'select' | 'insert' | 'update' | 'delete' | `${'select' | 'insert' | 'update'} (${string})`;

/** A function that reaches into global tables on behalf of the serving role, and returns only what it names. */
export interface NamedFunction {
  readonly name: string;
  /** parameters as in SQL: `wanted text` */
  readonly parameters: string;
  /** result as in SQL: `table (organization_id uuid)` */
  readonly returns: string;
  /** `stable` for reading, `volatile` where it writes */
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly language: 'sql' | 'plpgsql';
  /** the body, without dollar quotes */
  readonly body: string;
}

/**
 * Walls a table of tenants in: forced row-level security by `app.organization_id`, and what the serving role may do.
 * @param name the table; it has a column organization_id uuid
 */
export const tenantTable = (queryRunner: QueryRunner, name: string, grants: readonly Grant[]): Promise<void> =>
  wallIn(queryRunner, name, { column: 'organization_id', setting: 'app.organization_id', grants });

/**
 * Walls a table of accounts in: forced row-level security by `app.account_id`, and what the serving role may do.
 * @param name the table; it has a column account_id uuid
 */
export const accountTable = (queryRunner: QueryRunner, name: string, grants: readonly Grant[]): Promise<void> =>
  wallIn(queryRunner, name, { column: 'account_id', setting: 'app.account_id', grants });

/**
 * Says what the serving role may do with a table of no tenant; no grants at all where only named functions reach it.
 */
export const globalTable = (queryRunner: QueryRunner, name: string, grants: readonly Grant[]): Promise<void> => grantOn(queryRunner, name, grants);

/** Makes a SECURITY DEFINER function with a fixed search path that only the serving role may call. */
export async function namedFunction(queryRunner: QueryRunner, made: NamedFunction): Promise<void> {
  await queryRunner.query(
    `create or replace function ${made.name}(${made.parameters}) returns ${made.returns} language ${made.language} ${made.volatility}
       security definer set search_path = pg_catalog, public, pg_temp as $function$${made.body}$function$`,
  );
  await queryRunner.query(`revoke all on function ${made.name} from public`);
  await queryRunner.query(`grant execute on function ${made.name} to ${APP_ROLE}`);
}

interface Wall {
  readonly column: string;
  readonly setting: string;
  readonly grants: readonly Grant[];
}

async function wallIn(queryRunner: QueryRunner, name: string, wall: Wall): Promise<void> {
  const own = `${wall.column} = nullif(current_setting('${wall.setting}', true), '')::uuid`;
  await queryRunner.query(`alter table ${name} enable row level security`);
  await queryRunner.query(`alter table ${name} force row level security`);
  await queryRunner.query(`create policy ${name}_wall on ${name} using (${own}) with check (${own})`);
  await grantOn(queryRunner, name, wall.grants);
}

async function grantOn(queryRunner: QueryRunner, name: string, grants: readonly Grant[]): Promise<void> {
  await queryRunner.query(`grant select on ${name} to ${BACKUP_ROLE}`);
  if (grants.length > 0) await queryRunner.query(`grant ${grants.join(', ')} on ${name} to ${APP_ROLE}`);
}
