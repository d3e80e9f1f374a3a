import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { firstIdOf, keptFrom, USAGE_KINDS, type UsageEvent, type UsageKind, type UsageRules } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What became of events that were to be kept. */
export interface KeptEvents {
  /** how many are new */
  readonly stored: number;
  /** how many of each kind name no member there is */
  readonly unknown: Readonly<Partial<Record<UsageKind, number>>>;
}

/** Members the app may tell of: whoever is gone, or hidden by the directory, is none. */
const TOLD_OF = `m.organization_id = $1 and m.status in ('invited', 'active', 'suspended') and m.hidden_at is null`;

/**
 * One statement for a whole batch. Each event finds its member by one of three indexes, one event after the other: whom it names decides, and what
 * no way leads to is counted and not kept. A directory may give two people the same identifier; what is told of it is then about neither. An event
 * that is there already, by its id, is passed over. Events are put in by their ids, so that two batches that share some never wait for each other
 * in a circle.
 */
const STORE = `
  with sent as (
    select s.kind, s.id, s.facts, m.id as member_id
    from unnest($2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[]) as s (kind, id, of_member, of_account, of_external, facts)
    left join lateral (
      select m.id from members m where ${TOLD_OF} and m.id = s.of_member
      union all select m.id from members m where ${TOLD_OF} and m.account_id = s.of_account
      union all select (array_agg(same.id))[1] from (
        select m.id from members m where ${TOLD_OF} and m.external_id = s.of_external limit 2) same having count(*) = 1
      limit 1
    ) m on true
  ), kept as (
    insert into usage_records (organization_id, kind, id, member_id, token_id, received_at, facts)
    select $1, kind, id, member_id, $8, $9, facts from sent where member_id is not null order by kind, id on conflict do nothing returning 1
  )
  select (select count(*) from kept)::integer as stored, kind, count(*) filter (where member_id is null)::integer as unknown from sent group by kind`;

/** What the app told of members. */
@Injectable()
export class UsageRecordRepository {
  /**
   * Keeps events, each once.
   * @param tokenId the token of the system that tells of them
   * @param entry what the log says; how many are new is added to it, and nothing is written where none is
   */
  async store(tx: TenantTransaction, tokenId: string, events: readonly UsageEvent[], entry: AuditEntry): Promise<KeptEvents> {
    if (events.length === 0) return { stored: 0, unknown: {} };
    const rows = await tx.query<{ stored: number; kind: UsageKind; unknown: number }>(STORE, [
      tx.organizationId,
      events.map(({ kind }) => kind),
      events.map(({ id }) => id),
      events.map(({ member }) => member.memberId ?? null),
      events.map(({ member }) => member.accountId ?? null),
      events.map(({ member }) => member.externalId ?? null),
      events.map(factsOf),
      tokenId,
      tx.at,
    ]);
    const stored = rows[0]?.stored ?? 0;
    if (stored > 0) await recordEntry(tx, { ...entry, facts: { ...entry.facts, events: stored } });
    return { stored, unknown: Object.fromEntries(rows.map(({ kind, unknown }) => [kind, unknown])) };
  }

  /**
   * Takes away what is over by the organization's own rules, and what was told of people who are de-identified by now.
   * @param most how many of each kind at once
   * @param entry what the log says; how many went is added to it, and nothing is written where none did
   * @returns whether there may be more
   */
  async trim(tx: TenantTransaction, rules: UsageRules, most: number, entry: AuditEntry): Promise<boolean> {
    let gone = 0;
    let more = false;
    for (const kind of USAGE_KINDS) {
      const over = await tx.query(TRIM, [tx.organizationId, kind, firstIdOf(keptFrom(tx.at, rules[kind].months)), most]);
      gone += over.length;
      more ||= over.length >= most;
    }
    const former = await tx.query(FORGET_FORMER, [tx.organizationId, most, tx.at.subtract({ hours: 24 * LATELY_DAYS })]);
    gone += former.length;
    if (gone > 0) await recordEntry(tx, { ...entry, facts: { ...entry.facts, records: gone } });
    return more || former.length >= most;
  }
}

const TRIM = `
  delete from usage_records u using (
    select kind, id from usage_records where organization_id = $1 and kind = $2 and id < $3 order by id limit $4
  ) over where u.organization_id = $1 and u.kind = $2 and u.id < $3 and u.kind = over.kind and u.id = over.id returning 1`;

/** For how many days after somebody was de-identified it is looked whether anything arrived in that moment: every night of them. */
const LATELY_DAYS = 90;

/** What arrived in the very moment somebody was de-identified. Of those of long ago nothing is looked for again, however many they are by now. */
const FORGET_FORMER = `
  delete from usage_records u using (
    select r.kind, r.id from departures d
    cross join lateral (select kind, id from usage_records r where r.organization_id = $1 and r.member_id = d.member_id offset 0) r
    where d.organization_id = $1 and d.done_at > $3 limit $2
  ) former where u.organization_id = $1 and u.kind = former.kind and u.id = former.id returning 1`;

/** What an event says beside when, of whom and of which kind. */
function factsOf(event: UsageEvent): string {
  switch (event.kind) {
    case 'device':
      return JSON.stringify({ deviceId: event.deviceId, type: event.type, system: event.system, browser: event.browser, otherIds: event.otherIds });
    case 'sign-in':
      return JSON.stringify({ address: event.address });
    case 'diagnostic':
      return JSON.stringify({ code: event.code, app: event.app, facts: event.facts });
  }
}
