import { Injectable } from '@nestjs/common';
import type { Ability, MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AbilityHolders } from '../holders/ability-holders';
import { rightCounts } from '../holders/right-counts';

/** An emergency nobody has judged yet. */
export interface WaitingBreakGlass {
  readonly id: string;
  readonly number: number;
  readonly beganAt: Date;
  readonly reviewBy: Date;
  readonly running: boolean;
}

/** Finds emergencies that wait for a review. */
@Injectable()
export class WaitingBreakGlassesQuery {
  constructor(private readonly holders: AbilityHolders) {}

  /** Those a member may review, soonest due first; none of their own, nor of somebody they stand in for. */
  async within(tx: TenantTransaction, { memberId }: MemberActor, ability: Ability, most: number): Promise<readonly WaitingBreakGlass[]> {
    if (!ability.can('review', 'break-glass')) return [];
    const rights = await this.holders.rightsOf(tx, 'break-glass.review', memberId);
    if (rights === null) return [];
    return tx.query<WaitingBreakGlass>(
      `select b.id, m.number, b.began_at as "beganAt", b.review_by as "reviewBy", b.until > $2 as running from break_glasses b
       cross join lateral (select a.number from members a where a.organization_id = b.organization_id and a.id = b.member_id offset 0) m
       where b.organization_id = $1 and b.outcome is null and ${rightCounts({ concerned: 'array[b.member_id]' }, '$3', 5)}
       order by b.review_by, b.id limit $4`,
      [tx.organizationId, tx.at, memberId, most, ...rights],
    );
  }
}
