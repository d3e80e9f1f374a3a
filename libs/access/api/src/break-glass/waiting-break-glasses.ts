import { Injectable } from '@nestjs/common';
import { type Ability, mayReview, type MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AbilityHolders } from '../holders/ability-holders';

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
    const rows = await tx.query<WaitingBreakGlass & { readonly memberId: string }>(
      `select b.id, b.member_id as "memberId", m.number, b.began_at as "beganAt", b.review_by as "reviewBy", b.until > $2 as running
       from break_glasses b join members m on m.organization_id = b.organization_id and m.id = b.member_id
       where b.organization_id = $1 and b.outcome is null and b.member_id <> $3 order by b.review_by, b.id limit $4`,
      [tx.organizationId, tx.at, memberId, most],
    );
    const rights = rows.length === 0 ? [] : await this.holders.rights(tx, 'break-glass.review');
    return rows.flatMap(({ memberId: broke, ...row }) => (mayReview(rights, memberId, broke) ? [row] : []));
  }
}
