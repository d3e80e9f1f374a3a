import { Temporal } from '@smartpar/kernel';
import { CHART_WEEKS, keptFrom, firstIdOf, momentOfId, overAt, SHOWN_RECORDS, USAGE_KINDS, type UsageKind, type UsageRules } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Something the app told, as it is kept. */
export interface UsageRow<F extends object> {
  readonly id: string;
  readonly facts: F;
  /** name of the system that told of it */
  readonly source: string | null;
}

/** What is kept of a device. */
export interface DeviceFacts {
  readonly deviceId: string;
  readonly type: 'phone' | 'tablet' | 'computer' | 'other';
  readonly system?: string;
  readonly browser?: string;
  readonly otherIds?: readonly { readonly name: string; readonly id: string }[];
}

/** What is kept of a sign-in. */
export interface SignInFacts {
  readonly address: string;
}

/** What is kept of a diagnostic. */
export interface DiagnosticFacts {
  readonly code: string;
  readonly app?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** A device with when it was seen first, by what is kept. */
export interface DeviceRow extends UsageRow<DeviceFacts> {
  readonly firstId: string;
}

/** Most devices that are shown, and most tellings of devices that are looked through for them, the newest first. */
const MOST_DEVICES = 20;
const MOST_TELLINGS = 2000;

const SOURCE = '(select t.name from system_tokens t where t.organization_id = $1 and t.id = u.token_id) as source';

/** The newest of a kind. What is over is not shown, even before the night in which it goes. */
export const newestOf = <F extends object>(tx: TenantTransaction, memberId: string, kind: UsageKind, rules: UsageRules): Promise<UsageRow<F>[]> =>
  tx.query<UsageRow<F>>(
    `select u.id, u.facts, ${SOURCE} from usage_records u
     where u.organization_id = $1 and u.member_id = $2 and u.kind = $3 and u.id >= $4 order by u.id desc limit ${SHOWN_RECORDS}`,
    [tx.organizationId, memberId, kind, firstKept(tx, kind, rules)],
  );

/** The devices of a member, each as it was told of last, the one seen last first. */
export const devicesOf = (tx: TenantTransaction, memberId: string, rules: UsageRules): Promise<DeviceRow[]> =>
  tx.query<DeviceRow>(
    `select u.id, u.facts, ${SOURCE}, u."firstId" from (
       select distinct on (facts ->> 'deviceId') t.*, min(t.id::text) over (partition by facts ->> 'deviceId') as "firstId" from (
         select id, facts, token_id from usage_records
         where organization_id = $1 and member_id = $2 and kind = 'device' and id >= $3 order by id desc limit ${MOST_TELLINGS}
       ) t order by facts ->> 'deviceId', t.id desc
     ) u order by u.id desc limit ${MOST_DEVICES}`,
    [tx.organizationId, memberId, firstKept(tx, 'device', rules)],
  );

/** How much of each kind is kept of a member, and the oldest and newest of it. */
export async function amountsOf(tx: TenantTransaction, memberId: string, rules: UsageRules): Promise<readonly KindAmount[]> {
  const rows = await tx.query<KindAmount>(
    `select k.kind, count(u.id)::integer as records, min(u.id::text) as oldest, max(u.id::text) as newest
     from unnest($3::text[], $4::uuid[]) as k (kind, since)
     left join usage_records u on u.organization_id = $1 and u.member_id = $2 and u.kind = k.kind and u.id >= k.since group by k.kind`,
    [tx.organizationId, memberId, USAGE_KINDS, USAGE_KINDS.map((kind) => firstKept(tx, kind, rules))],
  );
  return USAGE_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/** How much of a kind is kept of a member, and the ids of the oldest and newest of it. */
export interface KindAmount {
  readonly kind: UsageKind;
  readonly records: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** How much was told in each of the last weeks. */
export async function weeksOf(tx: TenantTransaction, memberId: string, rules: UsageRules): Promise<readonly WeekRow[]> {
  const monday = mondayOf(tx.at);
  const weeks = Array.from({ length: CHART_WEEKS }, (_, index) => monday.subtract({ weeks: CHART_WEEKS - 1 - index }).toString());
  const since = firstIdOf(Temporal.Instant.from(`${weeks[0] ?? monday.toString()}T00:00:00Z`));
  const rows = await tx.query<{ week: string; kind: UsageKind; records: number }>(
    `select to_char(date_trunc('week', moment_of(u.id) at time zone 'UTC'), 'YYYY-MM-DD') as week, u.kind, count(*)::integer as records
     from unnest($3::text[], $4::uuid[]) as k (kind, since)
     join usage_records u on u.organization_id = $1 and u.member_id = $2 and u.kind = k.kind and u.id >= k.since group by 1, 2`,
    [tx.organizationId, memberId, USAGE_KINDS, USAGE_KINDS.map((kind) => later(since, firstKept(tx, kind, rules)))],
  );
  const of = (week: string, kind: UsageKind): number => rows.find((row) => row.week === week && row.kind === kind)?.records ?? 0;
  return weeks.map((week) => ({ week, device: of(week, 'device'), 'sign-in': of(week, 'sign-in'), diagnostic: of(week, 'diagnostic') }));
}

/** How much was told in a week, by kind. */
export type WeekRow = { readonly week: string } & Readonly<Record<UsageKind, number>>;

/** When something with this id happened, as text. */
export const momentText = (id: string): string => momentOfId(id).toString();

/** The last day on which something with this id is kept. */
export const lastDayOf = (id: string, months: number): string => overAt(momentOfId(id), months).subtract({ hours: 1 }).toString().slice(0, 10);

const firstKept = ({ at }: TenantTransaction, kind: UsageKind, rules: UsageRules): string => firstIdOf(keptFrom(at, rules[kind].months));

const later = (one: string, other: string): string => (one > other ? one : other);

function mondayOf(at: Temporal.Instant): Temporal.PlainDate {
  const today = at.toZonedDateTimeISO('UTC').toPlainDate();
  return today.subtract({ days: today.dayOfWeek - 1 });
}
