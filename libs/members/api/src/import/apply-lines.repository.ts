import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { FIRST_MEMBER_NUMBER, type ImportOutcome } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { IS_OWNER } from '../member-columns';
import { together } from '../together';
import type { LineKind } from './staged-line';

/** A line about to be applied, beside the member it is about. */
export interface LineToApply {
  readonly line: number;
  readonly kind: LineKind;
  readonly memberId: string;
  readonly email: string | null;
  readonly locale: Locale | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** the site it names, if any, is still there */
  readonly siteThere: boolean;
  /** as the member is named now */
  readonly keptFirstName: string | null;
  readonly keptLastName: string | null;
}

/** The searched forms of the name a member will have. */
export interface FoldedName {
  readonly memberId: string;
  readonly nameFolded: string;
  readonly givenFolded: string;
}

/** What became of a line. */
export interface LineReport {
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly memberId: string | null;
}

/** Some lines of an import, from one to another. */
export interface Stretch {
  readonly importId: string;
  readonly from: number;
  readonly to: number;
}

/** An invitation that goes with a new member. */
export interface InvitationOfLine {
  readonly memberId: string;
  readonly id: string;
}

/** What an import does to members, many at a time; the entry of the import stands for all of it, and its report names each. */
@Injectable()
export class ApplyLinesRepository {
  constructor(private readonly database: Database) {}

  /** The lines that follow one, without the faulty ones. Whom they change nobody else changes until the transaction ends. */
  async next(tx: TenantTransaction, importId: string, after: number, count: number): Promise<readonly LineToApply[]> {
    const values = [tx.organizationId, importId, after, count];
    const [, lines] = await together([tx.query(LOCK, values), tx.query<LineToApply>(NEXT, values)]);
    return lines;
  }

  /**
   * Sets numbers aside for the new members among the lines that follow, in a transaction of its own: nobody else who adds members waits for
   * it, and what was set aside is still there after this process is broken off.
   */
  setNumbersAside(organizationId: string, importId: string, count: number): Promise<void> {
    return this.database.tenant(systemActor(organizationId, 'member-numbers'), async (tx) => {
      await tx.query(SET_ASIDE, [organizationId, importId, count, FIRST_MEMBER_NUMBER]);
    });
  }

  /** Adds the new members of some lines; who has the address by now, or whose site is gone, is passed over. @returns the numbers of those who were added */
  async add(tx: TenantTransaction, { importId, from, to }: Stretch, numbers: readonly number[], locale: Locale): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: string; number: number }>(ADD, [tx.organizationId, importId, from, to, numbers, locale, tx.at]);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** Changes the members of some lines as the lines say. @returns those who were there still */
  async change(
    tx: TenantTransaction,
    { importId, from, to }: Stretch,
    names: readonly FoldedName[],
    ownersToo: 'owners-too' | 'no-owners',
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(CHANGE, [
      ...[tx.organizationId, importId, from, to],
      ...[names.map(({ memberId }) => memberId), names.map(({ nameFolded }) => nameFolded), names.map(({ givenFolded }) => givenFolded)],
      ownersToo === 'owners-too',
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps the invitations of new members. */
  async invite(tx: TenantTransaction, invitations: readonly InvitationOfLine[], expiresAt: Temporal.Instant): Promise<void> {
    const [members, ids] = [invitations.map(({ memberId }) => memberId), invitations.map(({ id }) => id)];
    await tx.query(INVITE, [tx.organizationId, members, ids, tx.at, expiresAt]);
  }

  /** Writes the report of some lines, and how far the import is. */
  async report(tx: TenantTransaction, importId: string, lines: readonly LineReport[], usedNumbers: number): Promise<void> {
    const count = (...outcomes: readonly ImportOutcome[]): number => lines.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const counts = [count('added'), count('changed'), count('written'), count('unchanged'), count('owner', 'taken-meanwhile', 'gone-meanwhile')];
    await together([
      tx.query(REPORT, [
        ...[tx.organizationId, importId, lines.map(({ line }) => line), lines.map(({ outcome }) => outcome), lines.map(({ memberId }) => memberId)],
      ]),
      tx.query(PROGRESS, [tx.organizationId, importId, lines.at(-1)?.line ?? 0, lines.length, ...counts, usedNumbers]),
    ]);
  }
}

// Members and lines are looked up one by one, by index, whatever is believed of tables that grow while this goes on: a plan made for an
// organization of three would compare each line with everybody.

const LOCK = `
  select k.id from (
    select f.member_id, f.kind from member_import_lines f
    where f.organization_id = $1 and f.import_id = $2 and f.line > $3 and f.kind <> 'faulty' order by f.line limit $4) l
  cross join lateral (select m.id from members m where m.organization_id = $1 and m.id = l.member_id for update) k
  where l.kind in ('changed', 'existing')`;

const NEXT = `
  select l.line, l.kind, l.member_id as "memberId", l.email, l.locale, l.first_name as "firstName", l.last_name as "lastName",
         m.first_name as "keptFirstName", m.last_name as "keptLastName",
         l.site_id is null or exists (select from sites s where s.organization_id = l.organization_id and s.id = l.site_id) as "siteThere"
  from member_import_lines l left join members m on m.organization_id = l.organization_id and m.id = l.member_id
  where l.organization_id = $1 and l.import_id = $2 and l.line > $3 and l.kind <> 'faulty' order by l.line limit $4`;

const SET_ASIDE = `
  with taken as (
    insert into member_numbers (organization_id, next) values ($1, $4::integer + $3::integer)
    on conflict (organization_id) do update set next = member_numbers.next + $3::integer
    returning next)
  update member_imports i set numbers = i.numbers || array(select generate_series(t.next - $3::integer, t.next - 1))
  from taken t where i.organization_id = $1 and i.id = $2`;

const ADD = `
  with fresh as (
    select l.*, (row_number() over (order by l.line))::integer as place
    from member_import_lines l
    left join lateral (
      select true as taken from members m
      where m.organization_id = $1 and m.email_folded = l.email_folded and m.status in ('invited', 'active', 'suspended') limit 1) t on true
    left join sites s on s.organization_id = $1 and s.id = l.site_id
    where l.organization_id = $1 and l.import_id = $2 and l.line between $3 and $4 and l.kind = 'new'
      and t.taken is null and (l.site_id is null or s.id is not null))
  insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
  select $1, f.member_id, ($5::integer[])[f.place], 'invited', f.email, f.email_folded, f.first_name, f.last_name, f.name_folded, f.given_folded, f.phone, f.site_id,
         coalesce(f.locale, $6), $7
  from fresh f order by f.line
  on conflict (organization_id, email_folded) where status in ('invited', 'active', 'suspended') do nothing
  returning id, number`;

/** Each is there and is found by its key: what begins like an insertion always ends as a change. */
const CHANGE = `
  insert into members as m
    (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
  select $1, k.id, k.number, k.status, k.email, k.email_folded, coalesce(l.first_name, k.first_name), nullif(coalesce(l.last_name, k.last_name), ''),
         coalesce(n.name_folded, k.name_folded), coalesce(n.given_folded, k.given_folded), coalesce(l.phone, k.phone), coalesce(l.site_id, k.site_id),
         coalesce(l.locale, k.locale), k.created_at
  from member_import_lines l
  cross join lateral (
    select m.*, $8::boolean or not ${IS_OWNER} as open from members m where m.organization_id = $1 and m.id = l.member_id limit 1) k
  left join unnest($5::uuid[], $6::text[], $7::text[]) as n (member_id, name_folded, given_folded) on n.member_id = l.member_id
  left join sites s on s.organization_id = $1 and s.id = l.site_id
  where l.organization_id = $1 and l.import_id = $2 and l.line between $3 and $4 and l.kind in ('changed', 'existing')
    and k.email_folded = l.email_folded and k.status in ('invited', 'active', 'suspended') and k.open and (l.site_id is null or s.id is not null)
  on conflict (organization_id, id) do update set
    first_name = excluded.first_name, last_name = excluded.last_name, name_folded = excluded.name_folded, given_folded = excluded.given_folded,
    phone = excluded.phone, site_id = excluded.site_id, locale = excluded.locale, version = m.version + 1
  returning id`;

const INVITE = `
  insert into member_invitations (organization_id, member_id, id, sent_at, expires_at)
  select $1, i.*, $4, $5 from unnest($2::uuid[], $3::uuid[]) as i`;

const REPORT = `
  insert into member_import_report (organization_id, import_id, line, outcome, member_id)
  select $1, $2, r.* from unnest($3::integer[], $4::text[], $5::uuid[]) as r`;

const PROGRESS = `
  update member_imports set applied_line = $3, applied_lines = applied_lines + $4, added = added + $5, changed = changed + $6, written = written + $7,
    unchanged = unchanged + $8, left_out = left_out + $9, numbers = numbers[$10::integer + 1:]
  where organization_id = $1 and id = $2`;
