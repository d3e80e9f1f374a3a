import { Injectable } from '@nestjs/common';
import type { Ability, MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

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
  /** Those a member may review, soonest due first; none of their own. One statement. */
  async within(tx: TenantTransaction, { memberId }: MemberActor, ability: Ability, most: number): Promise<readonly WaitingBreakGlass[]> {
    if (!ability.can('review', 'break-glass')) return [];
    return tx.query<WaitingBreakGlass>(
      `select b.id, m.number, b.began_at as "beganAt", b.review_by as "reviewBy", b.until > $2 as running
       from break_glasses b join members m on m.organization_id = b.organization_id and m.id = b.member_id
       where b.organization_id = $1 and b.outcome is null and b.member_id <> $3 order by b.review_by, b.id limit $4`,
      [tx.organizationId, tx.at, memberId, most],
    );
  }
}
