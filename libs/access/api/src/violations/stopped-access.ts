import { type AccessStops, isStoppedAt, type MemberActor, nextStopAfter } from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';

const contractEnd = (member: string): string =>
  `(${member}.worker_until + 1)::timestamp at time zone (select o.time_zone from organizations o where o.organization_id = ${member}.organization_id)`;

const milliseconds = (moment: string): string => `floor(extract(epoch from ${moment}) * 1000)`;

/**
 * SQL for what may keep a member from others' data, as JSON of `AccessStops`, within another statement.
 * @param member alias of the member's row
 */
export const accessStops = (member: string): string => `
  (select json_build_object(
     'contractEnd', ${milliseconds(contractEnd(member))},
     'confirmed', coalesce(bool_or(v.state = 'confirmed'), false),
     'lapsesAt', max(${milliseconds('v.lapses_at')}) filter (where v.state = 'running'))
   from violations v where v.organization_id = ${member}.organization_id and v.member_id = ${member}.id and v.state in ('running', 'confirmed'))`;

/**
 * SQL that holds for a member who is kept from nothing at a moment: no report runs or was confirmed, and their contract has not ended.
 * @param member alias of the member's row
 * @param at the parameter that holds the moment
 */
export const keptFromNothing = (member: string, at: string): string => `
  (${member}.worker_until is null or ${contractEnd(member)} > ${at}::timestamptz) and not exists (
     select from violations v where v.organization_id = ${member}.organization_id and v.member_id = ${member}.id
       and (v.state = 'confirmed' or v.state = 'running' and v.lapses_at > ${at}::timestamptz))`;

/** The actor a member is at a moment: whoever is kept from others' data holds nothing, and keeps what is their own. */
export function actorUnlessStopped(actor: MemberActor, stops: AccessStops, at: Temporal.Instant): MemberActor {
  const timed = earlier(actor.until, nextStopAfter(stops, at.epochMilliseconds));
  if (!isStoppedAt(stops, at.epochMilliseconds)) return { ...actor, ...timed };
  // named one by one: whatever else an actor may come to hold is not among it
  const { accountId, organizationId, memberId, oversight } = actor;
  return { kind: 'member', accountId, organizationId, memberId, roles: [], grants: [], oversight, ...timed };
}

function earlier(until: Temporal.Instant | undefined, next: number | null): Pick<MemberActor, 'until'> {
  if (next === null || (until !== undefined && until.epochMilliseconds <= next)) return until === undefined ? {} : { until };
  return { until: Temporal.Instant.fromEpochMilliseconds(next) };
}

/**
 * Tells whether a member is kept from others' data. The lock comes first and is the one a report takes, so that nothing is shown by a
 * transaction that ends after the report did.
 */
export async function isKeptAway(tx: TenantTransaction, memberId: string): Promise<boolean> {
  const values = [tx.organizationId, memberId];
  const [, [row]] = await Promise.all([
    tx.query('select from members where organization_id = $1 and id = $2 for key share', values),
    tx.query<{ stops: AccessStops }>(`select ${accessStops('m')} as stops from members m where m.organization_id = $1 and m.id = $2`, values),
  ]);
  return row === undefined || isStoppedAt(row.stops, tx.at.epochMilliseconds);
}
