import { type Client, escapeIdentifier } from 'pg';
import type { BackedUpTable } from './manifest';

/**
 * Takes down, inside the owner's transaction, what stands in the way of bringing rows back: forced row-level security,
 * triggers that would count or note them again, and foreign keys, which hold only once all rows are there. Tables are
 * locked meanwhile, and until the transaction commits nobody else sees any of it.
 * @returns puts everything back as it was
 */
export async function liftWalls(owner: Client, tables: readonly BackedUpTable[]): Promise<() => Promise<void>> {
  const names = tables.map(({ name }) => name);
  const { rows: forced } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity and c.relname = any($1)`,
    [names],
  );
  const { rows: keys } = await owner.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, f.conname as name, pg_get_constraintdef(f.oid) as definition from pg_constraint f
     join pg_class c on c.oid = f.conrelid and c.relnamespace = 'public'::regnamespace
     where f.contype = 'f' and f.conparentid = 0 and c.relname = any($1) order by 1, 2`,
    [names],
  );
  const { rows: triggers } = await owner.query<{ table: string; name: string; enabled: string }>(
    `select c.relname as table, t.tgname as name, t.tgenabled as enabled from pg_trigger t
     join pg_class c on c.oid = t.tgrelid and c.relnamespace = 'public'::regnamespace
     where not t.tgisinternal and t.tgenabled <> 'D' and c.relname = any($1) order by 1, 2`,
    [names],
  );
  for (const { name } of forced) await owner.query(`alter table ${escapeIdentifier(name)} no force row level security`);
  for (const { table, name } of keys) await owner.query(`alter table ${escapeIdentifier(table)} drop constraint ${escapeIdentifier(name)}`);
  for (const { table, name } of triggers) await owner.query(`alter table ${escapeIdentifier(table)} disable trigger ${escapeIdentifier(name)}`);
  return async () => {
    for (const { table, name, enabled } of triggers)
      await owner.query(`alter table ${escapeIdentifier(table)} enable ${FIRING[enabled] ?? ''} trigger ${escapeIdentifier(name)}`);
    for (const { table, name, definition } of keys)
      await owner.query(`alter table ${escapeIdentifier(table)} add constraint ${escapeIdentifier(name)} ${definition}`);
    for (const { name } of forced) await owner.query(`alter table ${escapeIdentifier(name)} force row level security`);
  };
}

/** Words for when a trigger fires, by the catalogue's letters. */
const FIRING: Readonly<Record<string, string>> = { O: '', R: 'replica', A: 'always' };
