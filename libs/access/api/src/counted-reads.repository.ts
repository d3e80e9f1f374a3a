import { Injectable } from '@nestjs/common';
import type { CountedReadKind } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A reading to be counted. */
export interface CountedRead {
  readonly kind: CountedReadKind;
  /** the members it was of, or everyone for a list that may hold anybody */
  readonly of: readonly string[] | 'everyone';
}

/** Stands for everyone in the table. */
export const EVERYONE = '00000000-0000-0000-0000-000000000000';

/**
 * Counts what is read of members by exact look-up, export or import, by day in UTC; members read the counts in their
 * ledger. Call it in the transaction that reads, with few members or with everyone.
 */
@Injectable()
export class CountedReads {
  /** Counts one reading. */
  async count(tx: TenantTransaction, { kind, of }: CountedRead): Promise<void> {
    // in one order, so that two readings of the same members never wait for each other crosswise
    const members = of === 'everyone' ? [EVERYONE] : [...new Set(of)].sort();
    if (members.length === 0) return;
    await tx.query(
      `insert into counted_reads as r (organization_id, member_id, kind, day, count)
       select $1, m, $3, ($4::timestamptz at time zone 'UTC')::date, 1 from unnest($2::uuid[]) with ordinality as t (m, n) order by n
       on conflict (organization_id, member_id, kind, day) do update set count = r.count + 1`,
      [tx.organizationId, members, kind, tx.at],
    );
  }
}
