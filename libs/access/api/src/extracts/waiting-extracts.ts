import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
import { rightCounts } from '../holders/right-counts';
import { DECIDE } from './choose-people';

/** An extract that waits for somebody. */
export interface WaitingExtract {
  readonly id: string;
  /** of whoever asked */
  readonly memberNumber: string;
  readonly people: number;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
}

/** Finds the extracts that a member may decide. */
@Injectable()
export class WaitingExtractsQuery {
  constructor(
    private readonly abilities: Abilities,
    private readonly holders: AbilityHolders,
  ) {}

  /** Those nothing keeps them from deciding, soonest end first; those it does wait for somebody else. */
  async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingExtract[]> {
    if (!this.abilities.of(actor).can('decide', 'extract')) return [];
    const rights = await this.holders.rightsOf(tx, DECIDE, actor.memberId);
    if (rights === null) return [];
    return tx.query<WaitingExtract>(
      `select x.id, 'M-' || m.number as "memberNumber", x.people, x.requested_at as "requestedAt", x.lapses_at as "lapsesAt" from extracts x
       cross join lateral (select a.number from members a where a.organization_id = x.organization_id and a.id = x.requested_by offset 0) m
       where x.organization_id = $1 and x.state = 'requested' and x.lapses_at > $2
         and ${rightCounts({ concerned: 'array[x.requested_by]', askedAt: 'x.requested_at' }, '$3', 5)}
       order by x.lapses_at, x.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, ...rights],
    );
  }
}
