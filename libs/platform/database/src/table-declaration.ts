import type { MemberTrace } from './member-trace';

/**
 * How a table is walled in: by `app.organization_id`, by `app.account_id`, or by nothing but narrow grants and named
 * functions.
 */
export type TableClass = 'tenant' | 'account' | 'global';

/** What a slice states about one of its tables; the catalogue spec holds the database to it. */
export interface TableDeclaration {
  readonly name: string;
  readonly class: TableClass;
  /** why the table is of this class, in one sentence */
  readonly reason: string;
  /** the serving role may add rows and never change or remove them */
  readonly appendOnly?: true;
  /** the part whose primary key counts as the table's, where a part is without one so that writing into it costs little */
  readonly keyedBy?: string;
  /** unique constraints and indexes that reach across tenants on purpose, by name, each with its reason */
  readonly acrossTenants?: Readonly<Record<string, string>>;
  /** what becomes of what it keeps about a member who is de-identified, for each column that names one */
  readonly member?: readonly MemberTrace[];
}
