import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { IS_OWNER } from '../member-columns';
import { together } from '../together';
import type { CheckedLines, LineKind, MatchedMember, NamedSite, StagedLine } from './staged-line';

interface CheckedUntil {
  readonly line: number;
  readonly bytes: number;
  readonly further: number;
}

/** Lines of a file between the check and the application, and what is wrong with them. */
@Injectable()
export class StagedLineRepository {
  /** Forgets what an earlier check found. */
  async clear(tx: TenantTransaction, importId: string): Promise<void> {
    const values = [tx.organizationId, importId];
    await together([
      tx.query('delete from member_import_lines where organization_id = $1 and import_id = $2', values),
      tx.query('delete from member_import_addresses where organization_id = $1 and import_id = $2', values),
      tx.query('delete from member_import_faults where organization_id = $1 and import_id = $2', values),
    ]);
  }

  /** The members who have some addresses now; former members are not found by theirs. */
  async matches(tx: TenantTransaction, addresses: readonly string[]): Promise<readonly MatchedMember[]> {
    const found = await tx.query<{ id: string }>('select member_id as id from members_of_addresses($1::text[])', [addresses]);
    return found.length === 0 ? [] : tx.query<MatchedMember>(MATCHES, [tx.organizationId, found.map(({ id }) => id)]);
  }

  /**
   * Takes addresses for the lines that have them; the first line that comes keeps one.
   * @param lines by address, each address once
   * @returns the lines that had some of the addresses before, by address
   */
  async take(tx: TenantTransaction, importId: string, lines: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    const values = [tx.organizationId, importId];
    const left = await tx.query<{ address: string }>(TAKE, [...values, [...lines.keys()], [...lines.values()]]);
    if (left.length === 0) return new Map();
    const before = await tx.query<{ address: string; line: number }>(TAKEN_BEFORE, [...values, left.map(({ address }) => address)]);
    return new Map(before.map(({ address, line }) => [address, line]));
  }

  /** Every site of the organization; there are few. */
  sites(tx: TenantTransaction): Promise<readonly NamedSite[]> {
    return tx.query<NamedSite>('select id, name, country from sites where organization_id = $1', [tx.organizationId]);
  }

  /**
   * Keeps the lines that were checked and counts them.
   * @param until where in the file the check has come to, and how many of these entries have several values where one is taken
   */
  async add(tx: TenantTransaction, importId: string, { lines, faults }: CheckedLines, until: CheckedUntil): Promise<void> {
    const of = <K extends keyof StagedLine>(key: K): StagedLine[K][] => lines.map((line) => line[key]);
    const count = (kind: LineKind): number => lines.filter((line) => line.kind === kind).length;
    const kinds: readonly LineKind[] = ['new', 'changed', 'existing', 'unchanged', 'skipped', 'faulty'];
    await together([
      tx.query(ADD_LINES, [tx.organizationId, importId, ...LINE_COLUMNS.map(of)]),
      tx.query(ADD_FAULTS, [
        ...[tx.organizationId, importId, faults.map(({ line }) => line), faults.map(({ position }) => position), faults.map(({ column }) => column)],
        ...[faults.map(({ field }) => field), faults.map(({ code }) => code), faults.map(({ facts }) => JSON.stringify(facts))],
      ]),
      tx.query(COUNT, [tx.organizationId, importId, until.line, until.bytes, lines.length, ...kinds.map(count), until.further]),
    ]);
  }
}

// All at once and never one by one: an organization that grew since its tables were last analyzed is taken for empty, and any of the indexes that
// begin with the organization for as good as the right one. Once, that costs a look at each member; for each line, it would not end.

const MATCHES = `
  select m.id, m.email_folded as "emailFolded", m.first_name as "firstName", m.last_name as "lastName", m.phone, m.site_id as "siteId", m.locale,
         (select s.country from sites s where s.organization_id = $1 and s.id = m.site_id) as country, ${IS_OWNER} as owner
  from members m where m.organization_id = $1 and m.id = any($2::uuid[]) and m.status in ('invited', 'active', 'suspended') and m.hidden_at is null`;

const TAKE = `
  with asked as (select * from unnest($3::text[], $4::integer[]) as a (address, line)),
  taken as (
    insert into member_import_addresses (organization_id, import_id, address_folded, line) select $1, $2, a.address, a.line from asked a
    on conflict (organization_id, import_id, address_folded) do nothing returning address_folded)
  select b.address from (select a.address, a.address in (select t.address_folded from taken t) as new from asked a) b where not b.new`;

const TAKEN_BEFORE = `
  select address_folded as address, line from member_import_addresses where organization_id = $1 and import_id = $2 and address_folded = any($3::text[])`;

const LINE_COLUMNS = [
  ...(['line', 'kind', 'memberId', 'email', 'emailFolded', 'firstName', 'lastName'] as const),
  ...(['nameFolded', 'givenFolded', 'phone', 'siteId', 'locale'] as const),
] as const;

const ADD_LINES = `
  insert into member_import_lines
    (organization_id, import_id, line, kind, member_id, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale)
  select $1, $2, l.* from unnest($3::integer[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
    $13::uuid[], $14::text[]) as l`;

const ADD_FAULTS = `
  insert into member_import_faults (organization_id, import_id, line, position, column_number, field, code, facts)
  select $1, $2, f.* from unnest($3::integer[], $4::integer[], $5::integer[], $6::text[], $7::text[], $8::jsonb[]) as f`;

const COUNT = `
  update member_imports set read_line = $3, read_bytes = $4, lines = lines + $5, new_lines = new_lines + $6, changed_lines = changed_lines + $7,
    existing_lines = existing_lines + $8, unchanged_lines = unchanged_lines + $9, skipped_lines = skipped_lines + $10, faulty_lines = faulty_lines + $11,
    further_values = further_values + $12
  where organization_id = $1 and id = $2`;
