import type { TableClass, TableDeclaration } from '../table-declaration';
import type { Catalogue, CatalogueForeignKey, CatalogueTable, CatalogueUnique } from './catalogue';

/** The column each walled class is walled by. */
const WALL: Readonly<Record<Exclude<TableClass, 'global'>, string>> = { tenant: 'organization_id', account: 'account_id' };

/** What changes rows that are there. */
const CHANGING: readonly string[] = ['UPDATE', 'DELETE'];
/** What the serving role has no use for on any table. */
const NEVER: readonly string[] = ['TRUNCATE', 'REFERENCES', 'TRIGGER'];

/** Tables of tools, whose columns are not ours to choose. */
const NOT_OURS: readonly string[] = ['migrations'];

/**
 * Compares the database with what the slices declare.
 * @returns one sentence per fault; none when every wall stands
 */
export function catalogueFaults(catalogue: Catalogue, declarations: readonly TableDeclaration[]): readonly string[] {
  const declared = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  return [
    ...listFaults(catalogue, declarations),
    ...catalogue.tables.flatMap((table) => tableFaults(catalogue, table, declared.get(table.name))),
    ...catalogue.uniques.flatMap((unique) => uniqueFaults(unique, declared.get(unique.table))),
    ...catalogue.foreignKeys.flatMap((key) => foreignKeyFaults(key, declared)),
    ...catalogue.columns
      .filter(({ table }) => !NOT_OURS.includes(table))
      .map(({ table, name, type }) => `${table}.${name} is ${type}: use text, timestamptz, jsonb or a whole number`),
    ...catalogue.functions.flatMap(({ name, fixedSearchPath, publicMayCall }) => [
      ...when(!fixedSearchPath, `function ${name} runs as its owner without a fixed search path`),
      ...when(publicMayCall, `function ${name} runs as its owner and anybody may call it`),
    ]),
    ...roleFaults(catalogue.app),
  ];
}

function listFaults({ tables, views }: Catalogue, declarations: readonly TableDeclaration[]): readonly string[] {
  const names = declarations.map(({ name }) => name);
  return [
    ...tables.filter(({ name, partOf }) => !names.includes(partOf ?? name)).map(({ name }) => `table ${name} is not declared`),
    ...names.filter((name) => !tables.some((table) => table.name === name)).map((name) => `table ${name} is declared and not there`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `table ${name} is declared twice`),
    ...declarations.filter(({ reason }) => reason.trim() === '').map(({ name }) => `table ${name} is declared without a reason`),
    ...views.map((name) => `view ${name} looks past row-level security`),
  ];
}

function tableFaults(catalogue: Catalogue, table: CatalogueTable, declaration: TableDeclaration | undefined): readonly string[] {
  return [
    ...table.publicMay.map((right) => `everybody may ${right} ${table.name}`),
    ...when(!table.backupMayRead, `the backup role may not read ${table.name}`),
    ...when(
      table.partOf !== null,
      ...table.appMay.map((right) => `the serving role may ${right} ${table.name}, a part of ${table.partOf ?? ''} without a wall`),
    ),
    ...table.appMay.filter((right) => NEVER.includes(right)).map((right) => `the serving role may ${right} ${table.name}`),
    ...when(
      declaration?.appendOnly ?? false,
      ...table.appMay.filter((right) => CHANGING.includes(right)).map((right) => `the serving role may ${right} ${table.name}, which only grows`),
    ),
    ...(declaration === undefined || declaration.class === 'global'
      ? []
      : wallFaults(catalogue, table, { column: WALL[declaration.class], keyedBy: declaration.keyedBy ?? table.name })),
  ];
}

/** By which column a table is walled in, and which table's primary key is its own. */
interface Wall {
  readonly column: string;
  readonly keyedBy: string;
}

function wallFaults({ policies, uniques }: Catalogue, { name, rowSecurity, forced }: CatalogueTable, { column, keyedBy }: Wall): readonly string[] {
  const own = `(${column} = (NULLIF(current_setting('app.${column}'::text, true), ''::text))::uuid)`;
  const permissive = policies.filter((policy) => policy.table === name && policy.permissive);
  const sound = permissive.length === 1 && permissive.every(({ command, using, withCheck }) => command === '*' && using === own && withCheck === own);
  const primary = uniques.find((unique) => unique.table === keyedBy && unique.primary);
  return [
    ...when(!rowSecurity, `${name} has no row-level security`),
    ...when(!forced, `row-level security of ${name} is not forced`),
    ...when(!sound, `${name} is not walled in by exactly one policy on ${column}`),
    ...when(primary?.columns[0] !== column, `the primary key of ${name} does not begin with ${column}`),
  ];
}

function uniqueFaults({ table, name, columns }: CatalogueUnique, declaration: TableDeclaration | undefined): readonly string[] {
  if (declaration === undefined || declaration.class === 'global' || declaration.acrossTenants?.[name] !== undefined) return [];
  const column = WALL[declaration.class];
  return when(!columns.includes(column), `unique index ${name} of ${table} does not include ${column}, so one could learn from it what others have`);
}

function foreignKeyFaults(key: CatalogueForeignKey, declared: ReadonlyMap<string, TableDeclaration>): readonly string[] {
  const [from, to] = [declared.get(key.table)?.class, declared.get(key.target)?.class];
  const column = from === 'tenant' || from === 'account' ? WALL[from] : undefined;
  const within = column === undefined || (key.columns[0] === column && key.targetColumns[0] === column);
  return [
    ...when(!key.indexed, `foreign key ${key.name} of ${key.table} has no index`),
    ...when(from !== to, `foreign key ${key.name} leads from the ${from} table ${key.table} to the ${to} table ${key.target}`),
    ...when(from === to && !within, `foreign key ${key.name} of ${key.table} does not begin with ${column}`),
  ];
}

function roleFaults(app: Catalogue['app']): readonly string[] {
  return [
    ...when(app.superuser, 'the serving role is a superuser'),
    ...when(app.bypassesRowSecurity, 'the serving role bypasses row-level security'),
    ...when(app.createsRoles, 'the serving role may create roles'),
    ...when(app.createsDatabases, 'the serving role may create databases'),
    ...when(app.makesTables, 'the serving role may make tables'),
    ...app.memberOf.map((role) => `the serving role is a member of ${role}`),
    ...app.owns.map((thing) => `the serving role owns ${thing}`),
  ];
}

const when = (fault: boolean, ...sentences: readonly string[]): readonly string[] => (fault ? sentences : []);
