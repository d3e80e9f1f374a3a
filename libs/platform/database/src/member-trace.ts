import type { KeepingReason, TraceKind } from '@smartpar/platform/contract';

/** What becomes of the rows of a member. */
export type Fate =
  /** the rows go */
  | { readonly becomes: 'erased' }
  /** what is personal in the rows goes: each column gets null or nothing; the rows stay for a reason, under the member number */
  | {
      readonly becomes: 'emptied';
      readonly columns: Readonly<Record<string, null | ''>>;
      readonly why: KeepingReason;
      /** the named function that does it, where the serving role may not change the rows itself; it takes the member */
      readonly through?: string;
    }
  /** the rows stay as they are, under the member number */
  | { readonly becomes: 'kept'; readonly why: KeepingReason };

/**
 * What becomes of what a table keeps about a member once they are de-identified. Every table of tenants says it of every column that names a
 * member; a spec reads the catalogue and misses none.
 */
export type MemberTrace = Fate & {
  /** the column that names the member */
  readonly column: string;
  readonly kind: TraceKind;
  /** columns of the table that hold nothing personal, where the table is all about members: each of its columns is in one of the two lists */
  readonly stays?: readonly string[];
  /** no index leads from the member to the rows, so that nobody counts them */
  readonly uncounted?: true;
};
