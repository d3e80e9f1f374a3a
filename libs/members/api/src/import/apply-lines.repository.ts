import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { FIRST_MEMBER_NUMBER, type ImportOutcome } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { IS_OWNER } from '../member-columns';
import { together } from '../together';
import type { LineKind } from './staged-line';

/** A line about to be applied. */
export interface LineToApply {
  readonly line: number;
  readonly kind: LineKind;
  readonly memberId: string;
  readonly email: string | null;
  readonly locale: Locale | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly siteId: string | null;
}

/** How a member is named. */
export interface KeptName {
  readonly firstName: string | null;
  readonly lastName: string | null;
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

/** Some lines of an import, from one to another, and the sites there are. */
export interface Stretch {
  readonly importId: string;
  readonly from: number;
  readonly to: number;
  readonly sites: readonly string[];
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

  /** The lines that follow one, without the faulty ones. */
  async next(tx: TenantTransaction, importId: string, after: number, count: number): Promise<readonly LineToApply[]> {
    return tx.query<LineToApply>(NEXT, [tx.organizationId, importId, after, count]);
  }

  /** How members are named now, by id; nobody else changes them until the transaction ends. */
  async names(tx: TenantTransaction, memberIds: readonly string[]): Promise<ReadonlyMap<string, KeptName>> {
    const rows = memberIds.length === 0 ? [] : await tx.query<KeptName & { readonly id: string }>(NAMES, [tx.organizationId, memberIds]);
    return new Map(rows.map(({ id, ...name }) => [id, name]));
  }

  /** The sites there are. */
  async sites(tx: TenantTransaction): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>('select id from sites where organization_id = $1', [tx.organizationId]);
    return rows.map(({ id }) => id);
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

  /**
   * Adds the new members of some lines; who has the address by now, or whose site is gone, is passed over.
   * @returns the numbers of those who were added
   */
  async add(tx: TenantTransaction, { importId, from, to, sites }: Stretch, numbers: readonly number[], locale: Locale): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: string; number: number }>(ADD, [tx.organizationId, importId, from, to, numbers, locale, tx.at, sites]);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /**
   * Changes the members of some lines as the lines say.
   * @returns those who were there still
   */
  async change(
    tx: TenantTransaction,
    { importId, from, to, sites }: Stretch,
    names: readonly FoldedName[],
    whom: 'owners-too' | 'no-owners',
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(CHANGE, [
      ...[tx.organizationId, importId, from, to],
      ...[names.map(({ memberId }) => memberId), names.map(({ nameFolded }) => nameFolded), names.map(({ givenFolded }) => givenFolded)],
      ...[whom === 'owners-too', tx.at, sites],
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

const NEXT = `
  select l.line, l.kind, l.member_id as "memberId", l.email, l.locale, l.first_name as "firstName", l.last_name as "lastName", l.site_id as "siteId"
  from member_import_lines l
  where l.organization_id = $1 and l.import_id = $2 and l.line > $3 and l.kind <> 'faulty' order by l.line limit $4`;

const NAMES = `
  select m.id, m.first_name as "firstName", m.last_name as "lastName" from members m
  where m.organization_id = $1 and m.id = any($2::uuid[]) order by m.id for update`;

const SET_ASIDE = `
  with taken as (
    insert into member_numbers (organization_id, next) values ($1, $4::integer + $3::integer)
    on conflict (organization_id) do update set next = member_numbers.next + $3::integer
    returning next)
  update member_imports i set numbers = i.numbers || array(select generate_series(t.next - $3::integer, t.next - 1))
  from taken t where i.organization_id = $1 and i.id = $2`;

// Nobody is looked for here: whether an address or a member is there is told by the one index that keeps them apart. A plan made for an
// organization of three, which grows while this goes on, would compare each line with everybody.

const ADD = `
  with fresh as (
    select l.*, (row_number() over (order by l.line))::integer as place from member_import_lines l
    where l.organization_id = $1 and l.import_id = $2 and l.line between $3 and $4 and l.kind = 'new' and (l.site_id is null or l.site_id = any($8::uuid[])))
  insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
  select $1, f.member_id, ($5::integer[])[f.place], 'invited', f.email, f.email_folded, f.first_name, f.last_name, f.name_folded, f.given_folded, f.phone, f.site_id,
         coalesce(f.locale, $6), $7
  from fresh f order by f.line
  on conflict (organization_id, email_folded) where status in ('invited', 'active', 'suspended') do nothing
  returning id, number`;

/** Each of them is there, and is found by its key: what begins like an insertion ends as a change. */
const CHANGE = `
  insert into members as m
    (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
  select $1, l.member_id, -l.line, 'invited', l.email, l.email_folded, l.first_name, l.last_name, n.name_folded, n.given_folded, l.phone, l.site_id, coalesce(l.locale, ''), $9
  from member_import_lines l
  left join unnest($5::uuid[], $6::text[], $7::text[]) as n (member_id, name_folded, given_folded) on n.member_id = l.member_id
  where l.organization_id = $1 and l.import_id = $2 and l.line between $3 and $4 and l.kind in ('changed', 'existing')
    and (l.site_id is null or l.site_id = any($10::uuid[]))
  on conflict (organization_id, id) do update set
    first_name = coalesce(excluded.first_name, m.first_name), last_name = nullif(coalesce(excluded.last_name, m.last_name), ''),
    name_folded = coalesce(excluded.name_folded, m.name_folded), given_folded = coalesce(excluded.given_folded, m.given_folded),
    phone = coalesce(excluded.phone, m.phone), site_id = coalesce(excluded.site_id, m.site_id), locale = coalesce(nullif(excluded.locale, ''), m.locale),
    version = m.version + 1
  where m.email_folded = excluded.email_folded and m.status in ('invited', 'active', 'suspended') and ($8::boolean or not ${IS_OWNER})
  returning m.id`;

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
