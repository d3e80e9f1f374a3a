import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { FIRST_MEMBER_NUMBER } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { IS_OWNER } from '../member-columns';

/** Some lines of an import, from one to another. */
export interface Stretch {
  readonly importId: string;
  readonly from: number;
  readonly to: number;
}

/** The lines that follow one, as far as a step goes. */
export interface NextLines {
  /** the first and the last of them; null where there are none */
  readonly from: number | null;
  readonly to: number | null;
  readonly lines: number;
  /** how many of them are about somebody new */
  readonly fresh: number;
}

/** A line that gives somebody who is there another name. */
export interface RenamingLine {
  readonly memberId: string;
  readonly firstName: string | null;
  /** empty where the kept one goes */
  readonly lastName: string | null;
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

/** Somebody new, to be invited. */
export interface FreshLine {
  readonly memberId: string;
  readonly email: string;
  readonly locale: Locale | null;
}

/** How many lines came to what. */
export interface StepResult {
  readonly added: number;
  readonly changed: number;
  readonly written: number;
  readonly unchanged: number;
  readonly leftOut: number;
}

/** What came of the lines about new people. */
export interface AddedLines {
  readonly added: number;
  readonly leftOut: number;
  /** the last of the numbers that were spent */
  readonly lastNumber: number | null;
  /** who was to be added and was not */
  readonly missed: readonly string[];
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
  async next(tx: TenantTransaction, importId: string, after: number, count: number): Promise<NextLines> {
    const [next] = await tx.query<NextLines>(NEXT, [tx.organizationId, importId, after, count]);
    return next ?? { from: null, to: null, lines: 0, fresh: 0 };
  }

  /** The lines that give somebody another name. */
  renaming(tx: TenantTransaction, { importId, from, to }: Stretch): Promise<readonly RenamingLine[]> {
    return tx.query<RenamingLine>(RENAMING, [tx.organizationId, importId, from, to]);
  }

  /** How members are named now, by id; nobody else changes them until the transaction ends. */
  async names(tx: TenantTransaction, memberIds: readonly string[]): Promise<ReadonlyMap<string, KeptName>> {
    const rows = await tx.query<KeptName & { readonly id: string }>(NAMES, [tx.organizationId, memberIds]);
    return new Map(rows.map(({ id, ...name }) => [id, name]));
  }

  /** The people new in some lines. */
  fresh(tx: TenantTransaction, { importId, from, to }: Stretch): Promise<readonly FreshLine[]> {
    return tx.query<FreshLine>(FRESH, [tx.organizationId, importId, from, to]);
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

  /** Adds the new members of some lines, and reports on them; who has the address by now, or whose site is gone, is passed over. */
  async add(tx: TenantTransaction, { importId, from, to }: Stretch, locale: Locale): Promise<AddedLines> {
    const [found] = await tx.query<AddedLines>(ADD, [tx.organizationId, importId, from, to, locale, tx.at]);
    return found ?? { added: 0, leftOut: 0, lastNumber: null, missed: [] };
  }

  /** Changes the members of some lines as the lines say, and reports on them; who is not there any more is passed over. */
  async change(
    tx: TenantTransaction,
    { importId, from, to }: Stretch,
    names: readonly FoldedName[],
    whom: 'owners-too' | 'no-owners',
  ): Promise<Pick<StepResult, 'changed' | 'written' | 'leftOut'>> {
    const [found] = await tx.query<Pick<StepResult, 'changed' | 'written' | 'leftOut'>>(CHANGE, [
      ...[tx.organizationId, importId, from, to],
      ...[names.map(({ memberId }) => memberId), names.map(({ nameFolded }) => nameFolded), names.map(({ givenFolded }) => givenFolded)],
      ...[whom === 'owners-too', tx.at],
    ]);
    return found ?? { changed: 0, written: 0, leftOut: 0 };
  }

  /** Reports on the lines that change nobody. */
  async leave(tx: TenantTransaction, { importId, from, to }: Stretch): Promise<Pick<StepResult, 'unchanged' | 'leftOut'>> {
    const [found] = await tx.query<Pick<StepResult, 'unchanged' | 'leftOut'>>(LEAVE, [tx.organizationId, importId, from, to]);
    return found ?? { unchanged: 0, leftOut: 0 };
  }

  /** Keeps the invitations of new members. */
  async invite(tx: TenantTransaction, invitations: readonly InvitationOfLine[], expiresAt: Temporal.Instant): Promise<void> {
    const [members, ids] = [invitations.map(({ memberId }) => memberId), invitations.map(({ id }) => id)];
    await tx.query(INVITE, [tx.organizationId, members, ids, tx.at, expiresAt]);
  }

  /** Says how far the import is. */
  async progress(tx: TenantTransaction, importId: string, step: StepResult & { to: number; lines: number; lastNumber: number | null }): Promise<void> {
    const { to, lines, added, changed, written, unchanged, leftOut, lastNumber } = step;
    await tx.query(PROGRESS, [tx.organizationId, importId, to, lines, added, changed, written, unchanged, leftOut, lastNumber]);
  }
}

const STRETCH = 'l.organization_id = $1 and l.import_id = $2 and l.line between $3 and $4';

const NEXT = `
  select min(n.line) as "from", max(n.line) as "to", count(*)::integer as lines, (count(*) filter (where n.kind = 'new'))::integer as fresh from (
    select l.line, l.kind from member_import_lines l
    where l.organization_id = $1 and l.import_id = $2 and l.line > $3 and l.kind <> 'faulty' order by l.line limit $4) n`;

const RENAMING = `
  select l.member_id as "memberId", l.first_name as "firstName", l.last_name as "lastName" from member_import_lines l
  where ${STRETCH} and l.kind in ('changed', 'existing') and (l.first_name is not null or l.last_name is not null)`;

const NAMES = `
  select m.id, m.first_name as "firstName", m.last_name as "lastName" from members m
  where m.organization_id = $1 and m.id = any($2::uuid[]) order by m.id for update`;

const FRESH = `select l.member_id as "memberId", l.email, l.locale from member_import_lines l where ${STRETCH} and l.kind = 'new' order by l.line`;

const SET_ASIDE = `
  with taken as (
    insert into member_numbers (organization_id, next) values ($1, $4::integer + $3::integer)
    on conflict (organization_id) do update set next = member_numbers.next + $3::integer
    returning next)
  update member_imports i set numbers = i.numbers || array(select generate_series(t.next - $3::integer, t.next - 1))
  from taken t where i.organization_id = $1 and i.id = $2`;

// Nobody is looked for here: whether an address or a member is there is told by the one index that keeps them apart. A plan made for an
// organization of three, which grows while this goes on, would compare each line with everybody.

const SITE_THERE = `(l.site_id is null or l.site_id in (select s.id from sites s where s.organization_id = $1))`;

const ADD = `
  with fresh as (
    select l.*, (row_number() over (order by l.line))::integer as place from member_import_lines l where ${STRETCH} and l.kind = 'new' and ${SITE_THERE}),
  added as (
    insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at, origin)
    select $1, f.member_id, (select i.numbers from member_imports i where i.organization_id = $1 and i.id = $2)[f.place], 'invited', f.email, f.email_folded,
           f.first_name, f.last_name, f.name_folded, f.given_folded, f.phone, f.site_id, coalesce(f.locale, $5), $6, 'import'
    from fresh f order by f.line
    on conflict (organization_id, email_folded) where status in ('invited', 'active', 'suspended') and hidden_at is null do nothing
    returning id, number),
  came as (
    select l.line, l.member_id, l.member_id in (select a.id from added a) as there, ${SITE_THERE} as placed from member_import_lines l where ${STRETCH} and l.kind = 'new'),
  reported as (
    insert into member_import_report (organization_id, import_id, line, outcome, member_id)
    select $1, $2, c.line, case when c.there then 'added' when c.placed then 'taken-meanwhile' else 'gone-meanwhile' end, case when c.there then c.member_id end from came c)
  select (count(*) filter (where c.there))::integer as added, (count(*) filter (where not c.there))::integer as "leftOut",
         (select max(a.number) from added a) as "lastNumber", array(select m.member_id from came m where not m.there) as missed
  from came c`;

/** Each of them is there, and is found by its key: what begins like an insertion ends as a change. */
const CHANGE = `
  with changed as (
    insert into members as m
      (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, site_id, locale, created_at)
    select $1, l.member_id, -l.line, 'invited', l.email, l.email_folded, l.first_name, l.last_name, n.name_folded, n.given_folded, l.phone, l.site_id,
           coalesce(l.locale, ''), $9
    from member_import_lines l
    left join unnest($5::uuid[], $6::text[], $7::text[]) as n (member_id, name_folded, given_folded) on n.member_id = l.member_id
    where ${STRETCH} and l.kind in ('changed', 'existing') and ${SITE_THERE}
    on conflict (organization_id, id) do update set
      first_name = coalesce(excluded.first_name, m.first_name), last_name = nullif(coalesce(excluded.last_name, m.last_name), ''),
      name_folded = coalesce(excluded.name_folded, m.name_folded), given_folded = coalesce(excluded.given_folded, m.given_folded),
      phone = coalesce(excluded.phone, m.phone), site_id = coalesce(excluded.site_id, m.site_id), locale = coalesce(nullif(excluded.locale, ''), m.locale),
      version = m.version + 1
    where m.email_folded = excluded.email_folded and m.status in ('invited', 'active', 'suspended') and m.hidden_at is null and ($8::boolean or not ${IS_OWNER})
    returning m.id),
  sourced as (
    insert into member_field_sources (organization_id, member_id, field, source, changed_at)
    select $1, l.member_id, f.field, 'import', $9 from member_import_lines l
    cross join lateral (values ('firstName', l.first_name), ('lastName', l.last_name), ('phone', l.phone), ('locale', l.locale)) f (field, value)
    where ${STRETCH} and l.kind in ('changed', 'existing') and f.value is not null and l.member_id in (select c.id from changed c)
    on conflict (organization_id, member_id, field) do update set source = excluded.source, changed_at = excluded.changed_at),
  came as (
    select l.line, l.member_id, l.kind, l.member_id in (select c.id from changed c) as there from member_import_lines l
    where ${STRETCH} and l.kind in ('changed', 'existing')),
  reported as (
    insert into member_import_report (organization_id, import_id, line, outcome, member_id)
    select $1, $2, c.line, case when not c.there then 'gone-meanwhile' when c.kind = 'changed' then 'changed' else 'written' end, c.member_id from came c)
  select (count(*) filter (where c.there and c.kind = 'changed'))::integer as changed, (count(*) filter (where c.there and c.kind = 'existing'))::integer as written,
         (count(*) filter (where not c.there))::integer as "leftOut"
  from came c`;

const LEAVE = `
  with reported as (
    insert into member_import_report (organization_id, import_id, line, outcome, member_id)
    select $1, $2, l.line, case l.kind when 'skipped' then 'owner' else 'unchanged' end, l.member_id from member_import_lines l
    where ${STRETCH} and l.kind in ('unchanged', 'skipped')
    returning outcome)
  select (count(*) filter (where outcome = 'unchanged'))::integer as unchanged, (count(*) filter (where outcome = 'owner'))::integer as "leftOut" from reported`;

const INVITE = `
  insert into member_invitations (organization_id, member_id, id, sent_at, expires_at)
  select $1, i.*, $4, $5 from unnest($2::uuid[], $3::uuid[]) as i`;

const PROGRESS = `
  update member_imports set applied_line = $3, applied_lines = applied_lines + $4, added = added + $5, changed = changed + $6, written = written + $7,
    unchanged = unchanged + $8, left_out = left_out + $9, numbers = numbers[coalesce(array_position(numbers, $10::integer), 0) + 1:]
  where organization_id = $1 and id = $2`;
