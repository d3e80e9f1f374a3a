import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import { recordEntries } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { ExtractRow } from './extract-row';

/** One member of an extract whose turn it is. */
export interface WaitingLine {
  readonly place: number;
  readonly memberId: string;
}

/** What becomes of a line: its member is in the file and reads of it, or is not and does not. */
export type LineOutcome =
  | { readonly place: number; readonly memberId: string; readonly outcome: 'stored'; readonly sealed: string; readonly revealId: string }
  | { readonly place: number; readonly memberId: string; readonly outcome: 'no-access' | 'gone' };

/** A line as it is in the file. */
export interface StoredLine {
  readonly place: number;
  readonly memberId: string;
  readonly sealed: string;
}

/** The lines of extracts: a value is stored if and only if its member's ledger says so. */
@Injectable()
export class ExtractLinesRepository {
  /** The next ones, in order. */
  next(tx: TenantTransaction, extractId: string, most: number): Promise<readonly WaitingLine[]> {
    return tx.query<WaitingLine>(
      `select l.place, l.member_id as "memberId" from extract_lines l
       where l.organization_id = $1 and l.extract_id = $2 and l.outcome is null
         and l.place > coalesce((select x.stored + x.no_access + x.gone from extracts x where x.organization_id = $1 and x.id = $2), 0)
       order by l.place limit $3`,
      [tx.organizationId, extractId, most],
    );
  }

  /** Writes what became of some lines: values, ledger, figures and log together. */
  async keep(
    tx: TenantTransaction,
    extract: ExtractRow,
    byRoles: readonly Role[],
    lines: readonly LineOutcome[],
    entries: readonly AuditEntry[],
  ): Promise<void> {
    const stored = lines.filter((line) => line.outcome === 'stored');
    const count = (outcome: LineOutcome['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
    await Promise.all([
      tx.query(
        `update extract_lines l set outcome = v.outcome, sealed = v.sealed
         from unnest($3::integer[], $4::text[], $5::text[]) as v (place, outcome, sealed)
         where l.organization_id = $1 and l.extract_id = $2 and l.place = v.place and l.outcome is null`,
        [
          ...[tx.organizationId, extract.id],
          ...[lines.map(({ place }) => place), lines.map(({ outcome }) => outcome), lines.map((line) => ('sealed' in line ? line.sealed : null))],
        ],
      ),
      tx.query(
        `insert into reveals (organization_id, id, member_id, at, by_member_id, by_roles, categories, purpose, reason_template, reason_words, reason_salt, extract_id)
         select $1, v.id, v.member_id, $3, x.requested_by, $4, x.categories, x.purpose, x.reason_template, x.reason_words, x.reason_salt, x.id
         from extracts x cross join unnest($5::uuid[], $6::uuid[]) as v (id, member_id) where x.organization_id = $1 and x.id = $2`,
        [tx.organizationId, extract.id, tx.at, byRoles, stored.map(({ revealId }) => revealId), stored.map(({ memberId }) => memberId)],
      ),
      tx.query(
        `update extracts set stored = stored + $3::integer, no_access = no_access + $4::integer, gone = gone + $5::integer where organization_id = $1 and id = $2`,
        [tx.organizationId, extract.id, count('stored'), count('no-access'), count('gone')],
      ),
      recordEntries(tx, entries),
    ]);
  }

  /** Lines of the file, in order. @param after the place of the last one before */
  stored(tx: TenantTransaction, extractId: string, after: number, most: number): Promise<readonly StoredLine[]> {
    return tx.query<StoredLine>(
      `select l.place, l.member_id as "memberId", l.sealed from extract_lines l
       where l.organization_id = $1 and l.extract_id = $2 and l.outcome = 'stored' and l.place > $3 order by l.place limit $4`,
      [tx.organizationId, extractId, after, most],
    );
  }
}
