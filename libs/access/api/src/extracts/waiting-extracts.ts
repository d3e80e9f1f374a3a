import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
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
    const own = (await this.holders.rights(tx, DECIDE)).filter(({ memberId }) => memberId === actor.memberId);
    if (own.length === 0) return [];
    return tx.query<WaitingExtract>(
      `select x.id, 'M-' || m.number as "memberNumber", x.people, x.requested_at as "requestedAt", x.lapses_at as "lapsesAt" from extracts x
       cross join lateral (select a.number from members a where a.organization_id = x.organization_id and a.id = x.requested_by offset 0) m
       where x.organization_id = $1 and x.state = 'requested' and x.lapses_at > $2 and x.requested_by <> $3 and ${RIGHT_COUNTS}
       order by x.lapses_at, x.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, own.map(({ ofMemberId }) => ofMemberId), own.map(({ since }) => since.toString())],
    );
  }
}

/** One of somebody's rights counts, as in `obstacleTo`: it is not of whoever asked, and was held before. In SQL, so that the limit is of those left. */
const RIGHT_COUNTS = `exists (select from unnest($5::uuid[], $6::timestamptz[]) as r (of_member, since)
  where r.of_member <> x.requested_by and r.since <= x.requested_at)`;
