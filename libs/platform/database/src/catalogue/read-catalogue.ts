import { Client } from 'pg';
import { APP_ROLE, BACKUP_ROLE } from '../roles';
import type { Catalogue, CatalogueRole } from './catalogue';

const PUBLIC_TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'`;

const privileges = (role: string): string => `
  array(select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
    where has_table_privilege('${role}', c.oid, p)
       or case when p in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') then has_any_column_privilege('${role}', c.oid, p) else false end)`;

const columnNames = (table: string, numbers: string): string =>
  `array(select a.attname::text from unnest(${numbers}) with ordinality k (number, place) left join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number order by k.place)`;

const QUERIES = {
  tables: `select c.relname as name, case when c.relispartition then pg_partition_root(c.oid)::regclass::text end as "partOf", c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced, ${privileges(APP_ROLE)} as "appMay",
      array(select distinct x.privilege_type::text from aclexplode(c.relacl) x where x.grantee = 0) as "publicMay",
      has_table_privilege('${BACKUP_ROLE}', c.oid, 'SELECT') as "backupMayRead"
    from ${PUBLIC_TABLES} where c.relkind in ('r', 'p') order by 1`,
  views: `select c.relname as name from ${PUBLIC_TABLES} where c.relkind in ('v', 'm') order by 1`,
  policies: `select c.relname as table, p.polname as name, p.polpermissive as permissive, p.polcmd as command,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as "withCheck"
    from pg_policy p join ${PUBLIC_TABLES} on c.oid = p.polrelid order by 1, 2`,
  uniques: `select c.relname as table, i.indexrelid::regclass::text as name, i.indisprimary as primary,
      ${columnNames('c.oid', 'string_to_array(i.indkey::text, $$ $$)::int2[]')} as columns
    from pg_index i join ${PUBLIC_TABLES} on c.oid = i.indrelid where i.indisunique order by 1, 2`,
  foreignKeys: `select c.relname as table, f.conname as name, ${columnNames('f.conrelid', 'f.conkey')} as columns,
      f.confrelid::regclass::text as target, ${columnNames('f.confrelid', 'f.confkey')} as "targetColumns",
      exists (select from pg_index i where i.indrelid = f.conrelid and i.indpred is null
        and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)] @> f.conkey
        and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)] <@ f.conkey) as indexed
    from pg_constraint f join ${PUBLIC_TABLES} on c.oid = f.conrelid where f.contype = 'f' order by 1, 2`,
  columns: `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a join ${PUBLIC_TABLES} on c.oid = a.attrelid
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype, 'money'::regtype, 'float4'::regtype, 'float8'::regtype) order by 1, 2`,
  functions: `select p.oid::regprocedure::text as name, coalesce(p.proconfig::text like '%search_path=%', false) as "fixedSearchPath",
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0) as "publicMayCall"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public' where p.prosecdef order by 1`,
  app: `select r.rolsuper as superuser, r.rolbypassrls as "bypassesRowSecurity", r.rolcreaterole as "createsRoles", r.rolcreatedb as "createsDatabases",
      has_schema_privilege(r.oid, 'public', 'CREATE') as "makesTables",
      array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as "memberOf",
      array(select c.oid::regclass::text from pg_class c where c.relowner = r.oid union all
            select p.oid::regprocedure::text from pg_proc p where p.proowner = r.oid union all
            select n.nspname::text from pg_namespace n where n.nspowner = r.oid) as owns
    from pg_roles r where r.rolname = '${APP_ROLE}'`,
} as const;

/**
 * Reads what the database says about its tables, walls and roles.
 * @param ownerUrl address of the database for its owner
 */
export async function readCatalogue(ownerUrl: string): Promise<Catalogue> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const rows = async <R extends object>(text: string): Promise<R[]> => (await client.query<R>(text)).rows;
    const [app] = await rows<CatalogueRole>(QUERIES.app);
    if (app === undefined) throw new Error(`There is no role ${APP_ROLE}.`);
    return {
      tables: await rows(QUERIES.tables),
      views: (await rows<{ name: string }>(QUERIES.views)).map(({ name }) => name),
      policies: await rows(QUERIES.policies),
      uniques: await rows(QUERIES.uniques),
      foreignKeys: await rows(QUERIES.foreignKeys),
      columns: await rows(QUERIES.columns),
      functions: await rows(QUERIES.functions),
      app,
    };
  } finally {
    await client.end();
  }
}
