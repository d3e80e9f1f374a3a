import type { Ability, MemberActor } from '@smartpar/access/model';
import { explainStops, type ExplainedStop, type MemberPlace, stopsTold, subject } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { actorColumns, type ActorRow, holderOf } from '../actor-row';
import type { MemberRow } from '../member-columns';
import type { MemberConditions } from '../member-conditions';
import { readingOf } from '../reading';
import { columnsSeen, seenOf } from '../scoped-columns';

/** A member with all that what they may see and do is made of, and with their name where it is shown. */
export interface HoldingRow extends ActorRow, MemberRow {
  readonly accountId: string | null;
  readonly groupIds: readonly string[];
}

/** The columns of a `HoldingRow` of a member `m`, as far as they are shown to whoever asks. */
export function holdingColumns(conditions: MemberConditions, ability: Ability, { at }: TenantTransaction, roles?: readonly string[]): string {
  const seen = columnsSeen(conditions, { ability, ...readingOf(ability) });
  return `${seen}, ${actorColumns(conditions.bind(at), roles === undefined ? undefined : conditions.bind(roles))}, m.account_id as "accountId",
    array(select g.group_id::text from group_places g where g.organization_id = m.organization_id and g.member_id = m.id) as "groupIds"`;
}

/** A row as an explanation names it. */
export function explainedMember(row: HoldingRow, ability: Ability) {
  const { id, number, firstName, lastName } = seenOf(row, readingOf(ability));
  return { id, number, name: [firstName, lastName].filter(Boolean).join(' ') || null };
}

/** What of a row tells whether a grant reaches the member. */
export const placeOf = ({ id, siteId, groupIds }: HoldingRow): MemberPlace => ({ id, siteId, groupIds });

/** What a row's member holds at the transaction's moment, whatever keeps them from using it. */
export const holdingOf = (row: HoldingRow, { organizationId, at }: TenantTransaction): MemberActor =>
  holderOf(row, { accountId: row.accountId ?? '', organizationId }, at);

/** Whether whoever asks would be told, were a member kept away by a report: they look into such reports, or it is about themselves. */
export const tellsReports = (ability: Ability, asker: MemberActor, memberId: string): boolean =>
  asker.memberId === memberId || ability.can('read', subject('violation', { memberId }));

/** What keeps a row's member from others' data at the transaction's moment, as far as whoever asks may know. */
export const stopsOf = (row: HoldingRow, reportsTold: boolean, { at }: TenantTransaction): readonly ExplainedStop[] =>
  explainStops({ active: row.status === 'active', signsIn: row.accountId !== null, stops: stopsTold(row.stops, reportsTold) }, at.epochMilliseconds);
