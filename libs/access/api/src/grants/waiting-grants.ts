import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
import { rightCounts } from '../holders/right-counts';
import { DECIDE } from './deciders';
import { GrantPeople } from './grant-people';

/** A request for access that waits for somebody. */
export interface WaitingGrant {
  readonly id: string;
  /** of whoever asked */
  readonly memberNumber: string;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
}

/** Finds the requests for access that a member may decide. */
@Injectable()
export class WaitingGrantsQuery {
  constructor(
    private readonly abilities: Abilities,
    private readonly holders: AbilityHolders,
    private readonly people: GrantPeople,
  ) {}

  /** Those nothing keeps them from deciding, soonest end first; those it does wait for somebody else. */
  async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingGrant[]> {
    if (!this.abilities.of(actor).can('decide', 'grant')) return [];
    const [rights, about] = await Promise.all([this.holders.rightsOf(tx, DECIDE, actor.memberId), this.complainedOf(tx)]);
    if (rights === null) return [];
    return tx.query<WaitingGrant>(
      `select g.id, 'M-' || m.number as "memberNumber", g.requested_at as "requestedAt", g.lapses_at as "lapsesAt" from grants g
       cross join lateral (select a.number from members a where a.organization_id = g.organization_id and a.id = g.requested_by offset 0) m
       where ${WAITING} and ${rightCounts({ concerned: CONCERNED, askedAt: 'g.requested_at' }, '$3', 5)}
       order by g.lapses_at, g.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, ...rights, [...about.keys()], [...about.values()]],
    );
  }

  /** Whom the privacy requests complain about that something is asked for now. */
  private async complainedOf(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string }>(`select distinct unnest(g.scope_ids) as id from grants g where ${WAITING} and g.scope_kind = 'request'`, [
      tx.organizationId,
      tx.at,
    ]);
    return this.people.complainedOf(
      tx,
      rows.map(({ id }) => id),
    );
  }
}

const WAITING = `g.organization_id = $1 and g.state = 'requested' and g.lapses_at > $2`;

/** Whoever asked, whoever it is for, and of whom the privacy request complains that it is for. */
const CONCERNED = `(array_remove(array[g.requested_by, g.grantee_member_id], null) || array(
  select c.about from unnest($7::uuid[], $8::uuid[]) as c (request, about) where g.scope_kind = 'request' and c.request = any(g.scope_ids)))`;
