import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import { narrow, type TenantTransaction } from '@smartpar/platform/database';
import { instantColumn } from './instant-text';
import { MEMBER_CONDITIONS } from './member-columns';

/** An invitation that ran out unanswered. */
export interface ExpiredInvitation {
  readonly memberId: string;
  readonly number: number;
  /** RFC 3339 in UTC */
  readonly expiredAt: string;
}

/** Finds the invitations that wait to be sent again or withdrawn. */
@Injectable()
export class ExpiredInvitationsQuery {
  /** Those of whom a member may invite again, longest expired first, in one statement. */
  async within(tx: TenantTransaction, ability: Ability, most: number): Promise<readonly ExpiredInvitation[]> {
    if (!ability.can('invite', 'member')) return [];
    const allowed = narrow({ ability, action: 'invite', noun: 'member', columns: MEMBER_CONDITIONS, startParam: 4 });
    return tx.query<ExpiredInvitation>(
      `select m.id as "memberId", m.number, ${instantColumn('i.expires_at')} as "expiredAt"
       from member_invitations i join members m on m.organization_id = i.organization_id and m.id = i.member_id
       where i.organization_id = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at <= $2 and m.status = 'invited' and ${allowed.text}
       order by i.expires_at, i.member_id limit $3`,
      [tx.organizationId, tx.at, most, ...allowed.values],
    );
  }
}
