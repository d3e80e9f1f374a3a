import { Injectable } from '@nestjs/common';
import type { LedgerExportQuery, LedgerFilters, LedgerLook, LedgerQuery, MemberActor } from '@smartpar/access/model';
import { type Page, pageOfRows, Time } from '@smartpar/kernel';
import { Database, keyset } from '@smartpar/platform/database';
import { isHeldBack } from './held-back';
import { csvHeading, csvLineOf } from './ledger-csv';
import { LOOK_COLUMNS, lookOf, type LookRow } from './look-row';

/** How many looks a piece of a file holds. */
const PIECE = 200;

/** A member reads the looks at their own data. */
@Injectable()
export class ReadLooks {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
  ) {}

  /** Looks at one's own data, newest first, but for those the law lets be told later. @throws {DomainError} `page.cursor_invalid` */
  async page({ organizationId, memberId }: MemberActor, { size, after, ...filters }: LedgerQuery): Promise<Page<LedgerLook>> {
    const wanted = conditionsOf(filters, 5);
    const key = keyset({
      columns: [
        { sql: 'r.at', direction: 'desc', type: 'timestamptz' },
        { sql: 'r.id', direction: 'desc', type: 'uuid' },
      ],
      after,
      startParam: 5 + wanted.values.length,
    });
    const rows = await this.database.readTenant<LookRow>(organizationId, {
      text: `select ${LOOK_COLUMNS} from reveals r
             where r.organization_id = $1 and r.member_id = $2 and not ${isHeldBack('r', '$4')}${wanted.text} and ${key.where}
             order by ${key.orderBy} limit $3`,
      values: [organizationId, memberId, size + 1, this.time.now(), ...wanted.values, ...key.values],
    });
    const page = pageOfRows(rows, size, ({ at, id }) => [at.toISOString(), id]);
    return { items: page.items.map((row) => lookOf(row, memberId)), next: page.next };
  }

  /** The same as a file, piece by piece. */
  async *file(actor: MemberActor, { format, ...filters }: LedgerExportQuery): AsyncGenerator<string> {
    if (format === 'csv') yield csvHeading();
    let after: string | undefined;
    do {
      const { items, next } = await this.page(actor, { size: PIECE, after, ...filters });
      if (items.length > 0) yield format === 'csv' ? items.map(csvLineOf).join('') : items.map((look) => `${JSON.stringify(look)}\n`).join('');
      after = next ?? undefined;
    } while (after !== undefined);
  }
}

/** Filters as SQL on a look `r`. */
function conditionsOf(
  { role, purpose, category, from, until }: LedgerFilters,
  startParam: number,
): { readonly text: string; readonly values: readonly unknown[] } {
  const parts: readonly (readonly [(parameter: string) => string, unknown])[] = [
    [(parameter) => `${parameter} = any(r.by_roles)`, role],
    [(parameter) => `r.purpose = ${parameter}`, purpose],
    [(parameter) => `${parameter} = any(r.categories)`, category],
    [(parameter) => `r.at >= ${parameter}::timestamptz`, from],
    [(parameter) => `r.at < ${parameter}::timestamptz`, until],
  ];
  const given = parts.filter(([, value]) => value !== undefined);
  return { text: given.map(([sql], index) => ` and ${sql(`$${startParam + index}`)}`).join(''), values: given.map(([, value]) => value) };
}
