import { type Page, pageOfRows } from '@smartpar/kernel';
import { keyset, type Keyset } from '@smartpar/platform/database';

/** By what a list is ordered: columns of a moment and of an id. */
export interface NewestFirst {
  readonly at: string;
  readonly id: string;
}

/** Where a page of a list begins that shows the newest first. @throws {DomainError} `page.cursor_invalid` */
export const newestFirst = ({ at, id }: NewestFirst, after: string | undefined, startParam: number): Keyset =>
  keyset({
    columns: [
      { sql: at, direction: 'desc', type: 'timestamptz' },
      { sql: id, direction: 'desc', type: 'uuid' },
    ],
    after,
    startParam,
  });

/** A page of rows that were read one more than it holds. @param momentOf the moment each is ordered by */
export const newestPage = <R extends { readonly id: string }>(rows: readonly R[], size: number, momentOf: (row: R) => Date): Page<R> =>
  pageOfRows(rows, size, (row) => [momentOf(row).toISOString(), row.id]);
