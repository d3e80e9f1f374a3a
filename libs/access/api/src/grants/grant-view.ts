import { Injectable } from '@nestjs/common';
import type { Ability, GrantView } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { GrantPeople, type Labels } from './grant-people';
import { type GrantRow, standingOf } from './grant-row';

/** What whoever asks may do with one grant. */
export type GrantRights = Pick<GrantView, 'may' | 'obstacle' | 'useTold'>;

/** Makes of rows what leaves: members by number, places by name. */
@Injectable()
export class GrantPresenter {
  constructor(private readonly people: GrantPeople) {}

  /**
   * @param ability of whoever asks: a request they may not read is not named
   * @param rightsOf what whoever asks may do with each
   */
  async present(tx: TenantTransaction, ability: Ability, rows: readonly GrantRow[], rightsOf: (row: GrantRow) => GrantRights): Promise<GrantView[]> {
    if (rows.length === 0) return [];
    const readable = await this.people.readableRequests(tx, ability, placesOf(rows, 'request'));
    const labels = await this.people.labels(tx, {
      members: [...new Set(rows.flatMap(membersOf))],
      sites: placesOf(rows, 'site'),
      groups: [...placesOf(rows, 'group'), ...rows.flatMap(({ granteeGroupId }) => granteeGroupId ?? [])],
      requests: [...readable],
    });
    return rows.map((row) => ({
      ...viewOf(row.scopeKind === 'request' ? { ...row, scopeIds: row.scopeIds.filter((id) => readable.has(id)) } : row, labels, tx),
      ...rightsOf(row),
    }));
  }
}

const membersOf = (row: GrantRow): readonly string[] => [
  row.requestedBy,
  ...[row.granteeMemberId, row.decidedBy, row.decidedFor, row.revokedBy].filter((id) => id !== null),
  ...(row.scopeKind === 'members' ? row.scopeIds : []),
];

const placesOf = (rows: readonly GrantRow[], kind: GrantRow['scopeKind']): readonly string[] => [
  ...new Set(rows.flatMap(({ scopeKind, scopeIds }) => (scopeKind === kind ? scopeIds : []))),
];

function viewOf(row: GrantRow, labels: Labels, { at }: TenantTransaction): Omit<GrantView, keyof GrantRights> {
  const line = (memberId: string) => ({ memberId, number: labels.numbers.get(memberId) ?? null });
  const { decidedAt, decidedBy, decidedFor, revokedAt, revokedBy } = row;
  return {
    id: row.id,
    standing: standingOf(row, at),
    grantee: granteeOf(row, labels),
    categories: [...row.categories],
    mode: row.mode,
    purposes: [...row.purposes],
    scope: { kind: row.scopeKind, places: row.scopeIds.map((id) => ({ id, label: labelOf(row, id, labels) })) },
    from: (row.startsAt ?? decidedAt)?.toISOString() ?? null,
    until: row.endsAt.toISOString(),
    reviewed: row.reviewed,
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: line(row.requestedBy),
    reason: row.reason,
    lapsesAt: row.lapsesAt?.toISOString() ?? null,
    decision:
      decidedAt === null || decidedBy === null
        ? null
        : {
            at: decidedAt.toISOString(),
            by: line(decidedBy),
            inPlaceOf: decidedFor === null ? null : line(decidedFor),
            narrowed: row.narrowed,
            words: row.decisionWords,
          },
    revocation: revokedAt === null || revokedBy === null ? null : { at: revokedAt.toISOString(), by: line(revokedBy), words: row.revocationWords },
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}

function granteeOf({ granteeMemberId, granteeRole, granteeGroupId }: GrantRow, { numbers, names }: Labels): GrantView['grantee'] {
  if (granteeRole !== null) return { kind: 'role', role: granteeRole };
  if (granteeMemberId !== null) return { kind: 'member', memberId: granteeMemberId, number: numbers.get(granteeMemberId) ?? null };
  return { kind: 'group', groupId: granteeGroupId, name: granteeGroupId === null ? null : (names.get(granteeGroupId) ?? null) };
}

function labelOf({ scopeKind }: GrantRow, id: string, { numbers, names }: Labels): string | null {
  if (scopeKind !== 'members') return names.get(id) ?? null;
  const number = numbers.get(id) ?? null;
  return number === null ? null : `M-${number}`;
}
