import { Injectable } from '@nestjs/common';
import type { ExtractView, ExtractWhom } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { GrantPeople, type Labels } from '../grants/grant-people';
import { type ExtractRow, standingOf } from './extract-row';

/** What whoever asks may do with one extract. */
export type ExtractRights = Pick<ExtractView, 'may' | 'obstacle'>;

/** Makes of rows what leaves: members by number, places by name. */
@Injectable()
export class ExtractPresenter {
  constructor(private readonly people: GrantPeople) {}

  /** @param rightsOf what whoever asks may do with each */
  async present(tx: TenantTransaction, rows: readonly ExtractRow[], rightsOf: (row: ExtractRow) => ExtractRights): Promise<ExtractView[]> {
    if (rows.length === 0) return [];
    const filters = rows.flatMap(({ whom }) => (whom.kind === 'filter' ? [whom] : []));
    const labels = await this.people.labels(tx, {
      members: [...new Set(rows.flatMap(membersOf))],
      sites: [...new Set(filters.flatMap(({ siteId }) => siteId ?? []))],
      groups: [...new Set(filters.flatMap(({ groupId }) => groupId ?? []))],
      requests: [],
    });
    return rows.map((row) => ({ ...viewOf(row, labels, tx), ...rightsOf(row) }));
  }
}

const membersOf = ({ requestedBy, decidedBy, decidedFor, whom }: ExtractRow): readonly string[] => [
  ...[requestedBy, decidedBy, decidedFor].filter((id) => id !== null),
  ...(whom.kind === 'members' ? whom.ids : []),
];

function viewOf(row: ExtractRow, labels: Labels, { at }: TenantTransaction): Omit<ExtractView, keyof ExtractRights> {
  const line = (memberId: string) => ({ memberId, number: labels.numbers.get(memberId) ?? null });
  const { decidedAt, decidedBy, decidedFor, template, words } = row;
  return {
    id: row.id,
    standing: standingOf(row, at),
    whom: whomOf(row.whom, labels),
    categories: [...row.categories],
    purpose: row.purpose,
    reason: template === null ? { words: words ?? '' } : { template },
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: line(row.requestedBy),
    lapsesAt: row.lapsesAt?.toISOString() ?? null,
    people: row.people,
    exempt: { people: row.exempt, by: [...row.exemptBy] },
    progress: { stored: row.stored, noAccess: row.noAccess, gone: row.gone },
    stop: row.stop,
    doneAt: row.doneAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    downloads: row.downloads,
    decision:
      decidedAt === null || decidedBy === null
        ? null
        : { at: decidedAt.toISOString(), by: line(decidedBy), inPlaceOf: decidedFor === null ? null : line(decidedFor), words: row.decisionWords },
  };
}

function whomOf(whom: ExtractWhom, { numbers, names }: Labels): ExtractView['whom'] {
  if (whom.kind === 'members')
    return { kind: 'members', narrowed: [], numbers: whom.ids.flatMap((id) => numbers.get(id) ?? []).toSorted((one, other) => one - other) };
  const { status, siteId, role, groupId } = whom;
  const narrowed: ExtractView['whom']['narrowed'] = [
    ...(status === undefined ? [] : [{ by: 'status' as const, label: status }]),
    ...(siteId === undefined ? [] : [siteId === null ? { by: 'no-site' as const, label: null } : { by: 'site' as const, label: names.get(siteId) ?? null }]),
    ...(role === undefined ? [] : [{ by: 'role' as const, label: role }]),
    ...(groupId === undefined ? [] : [{ by: 'group' as const, label: names.get(groupId) ?? null }]),
  ];
  return { kind: 'filter', narrowed, numbers: [] };
}
