/** A table as the database describes it. */
export interface CatalogueTable {
  readonly name: string;
  /** the table it is a part of; nobody but its owner and backups may reach a part, since the wall is around the table */
  readonly partOf: string | null;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  /** what the serving role may do with the whole table or with some column: `SELECT`, `UPDATE` */
  readonly appMay: readonly string[];
  readonly publicMay: readonly string[];
  readonly backupMayRead: boolean;
}

/** A row-level security policy. */
export interface CataloguePolicy {
  readonly table: string;
  readonly name: string;
  readonly permissive: boolean;
  /** `*` for all commands */
  readonly command: string;
  readonly using: string | null;
  readonly withCheck: string | null;
}

/** A unique index, whether it stands behind a constraint or by itself. */
export interface CatalogueUnique {
  readonly table: string;
  readonly name: string;
  readonly primary: boolean;
  /** in order; `null` for an expression */
  readonly columns: readonly (string | null)[];
}

/** A foreign key. */
export interface CatalogueForeignKey {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  /** some index begins with exactly these columns, in whatever order */
  readonly indexed: boolean;
}

/** A column whose type the house does not use. */
export interface CatalogueColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** A function that runs with the rights of its owner. */
export interface CatalogueFunction {
  readonly name: string;
  readonly fixedSearchPath: boolean;
  readonly publicMayCall: boolean;
}

/** The serving role. */
export interface CatalogueRole {
  readonly superuser: boolean;
  readonly bypassesRowSecurity: boolean;
  readonly createsRoles: boolean;
  readonly createsDatabases: boolean;
  readonly makesTables: boolean;
  /** roles it is a member of */
  readonly memberOf: readonly string[];
  /** what it owns */
  readonly owns: readonly string[];
}

/** What the database says about itself. */
export interface Catalogue {
  readonly tables: readonly CatalogueTable[];
  /** views and materialized views: they would look past row-level security */
  readonly views: readonly string[];
  readonly policies: readonly CataloguePolicy[];
  readonly uniques: readonly CatalogueUnique[];
  readonly foreignKeys: readonly CatalogueForeignKey[];
  readonly columns: readonly CatalogueColumn[];
  readonly functions: readonly CatalogueFunction[];
  readonly app: CatalogueRole;
}
