import type { Client } from 'pg';

/** A table in a backup. */
export interface BackedUpTable {
  readonly name: string;
  /** its columns, in order; computed ones are left out */
  readonly columns: readonly string[];
}

/** A sequence and where it stands. */
export interface BackedUpSequence {
  readonly name: string;
  /** as text: it may be too large for a number */
  readonly value: string;
  readonly called: boolean;
}

/** What a backup says about itself, first of all. */
export interface BackupManifest {
  readonly format: 1;
  /** moment of the snapshot, RFC 9557 */
  readonly at: string;
  /** names of the migrations the database had, in order */
  readonly migrations: readonly string[];
  readonly tables: readonly BackedUpTable[];
  readonly sequences: readonly BackedUpSequence[];
}

/** What a backup says behind the rows of a table. */
export interface TableEnd {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of the rows' bytes, hexadecimal */
  readonly sha256: string;
}

/** The table of the migrations: compared, never copied. */
const MIGRATIONS = 'migrations';

/** Names of the migrations a database has, in order. */
export async function migrationsOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATIONS} order by id`);
  return rows.map(({ name }) => name);
}

/** Tables of a database that a backup holds, with their columns. */
export async function tablesOf(client: Client): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
     group by c.relname order by c.relname`,
    [MIGRATIONS],
  );
  return rows;
}

/** Sequences of a database and where they stand. */
export async function sequencesOf(client: Client): Promise<readonly BackedUpSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
     where c.relkind = 'S' and d.refobjid is distinct from to_regclass($1)
     order by 1`,
    [MIGRATIONS],
  );
  const sequences: BackedUpSequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${name}`);
    sequences.push(...state.rows.map(({ value, called }) => ({ name, value, called })));
  }
  return sequences;
}
