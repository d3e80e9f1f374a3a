import { Injectable } from '@nestjs/common';
import type { Labels, Reachable, ToLabel } from '@smartpar/access/api';
import type { GrantScope, ScopeGiven } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { KNOWN } from './member-columns';

/** Where each kind of place is looked up. */
const PLACES = {
  site: 'select p.id from sites p where p.organization_id = $1 and p.id = any($2::uuid[])',
  group: 'select p.id from member_groups p where p.organization_id = $1 and p.id = any($2::uuid[])',
  members: `select m.id from members m where m.organization_id = $1 and m.id = any($2::uuid[]) and ${KNOWN}`,
} as const;

/** Members, sites and groups as grants speak of them: by number and name, never with personal data. */
@Injectable()
export class GrantMembersQuery {
  /** A scope of sites, groups or members; `null` where anything it names is not there. */
  async resolve(tx: TenantTransaction, scope: Exclude<ScopeGiven, { kind: 'request' }>): Promise<GrantScope | null> {
    if (scope.kind === 'all') return scope;
    const found = await tx.query<{ id: string }>(PLACES[scope.kind], [tx.organizationId, scope.ids]);
    return found.length === scope.ids.length ? { kind: scope.kind, ids: scope.ids } : null;
  }

  /** Numbers of members and names of sites and groups. */
  async labels(tx: TenantTransaction, { members, sites, groups }: Omit<ToLabel, 'requests'>): Promise<Labels> {
    const [numbers, named, grouped] = await Promise.all([
      tx.query<{ id: string; number: number | null }>(
        `select m.id, case when ${KNOWN} then m.number end as number from members m where m.organization_id = $1 and m.id = any($2::uuid[])`,
        [tx.organizationId, members],
      ),
      tx.query<Named>('select s.id, s.name from sites s where s.organization_id = $1 and s.id = any($2::uuid[])', [tx.organizationId, sites]),
      tx.query<Named>('select p.id, p.name from member_groups p where p.organization_id = $1 and p.id = any($2::uuid[])', [tx.organizationId, groups]),
    ]);
    return {
      numbers: new Map(numbers.map(({ id, number }) => [id, number])),
      names: new Map([...named, ...grouped].map(({ id, name }) => [id, name])),
    };
  }

  /** Active members among some ids. */
  reachable(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly Reachable[]> {
    return tx.query<Reachable>(
      `select m.id as "memberId", m.number, m.email, m.locale from members m
       where m.organization_id = $1 and m.id = any($2::uuid[]) and m.status = 'active' order by m.number`,
      [tx.organizationId, memberIds],
    );
  }

  /** Whether a member is in a group; `null` where there is no such group. */
  async isInGroup(tx: TenantTransaction, groupId: string, memberId: string): Promise<boolean | null> {
    const [group] = await tx.query<{ within: boolean }>(
      `select exists (select from group_places g where g.organization_id = $1 and g.group_id = p.id and g.member_id = $3) as within
       from member_groups p where p.organization_id = $1 and p.id = $2`,
      [tx.organizationId, groupId, memberId],
    );
    return group?.within ?? null;
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}
