import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import { narrow, type TenantTransaction } from '@smartpar/platform/database';
import { MEMBER_CONDITIONS } from '../member-columns';
import { dormantUpTo } from './life-rules.repository';

/** Members nobody has seen for long: how many, and since when the one who is away longest. */
export interface DormantMembers {
  /** counted up to a limit; more are told as that many */
  readonly count: number;
  /** `2026-01-05` */
  readonly since: string;
}

/** Up to how many are counted. */
export const MOST_DORMANT = 100;

/** Suggests to look after members who have not used the organization for long. Nothing happens to them by itself. */
@Injectable()
export class DormantMembersQuery {
  /** Those whom whoever asks may let go, in one statement along an index; null where there are none. */
  async within(tx: TenantTransaction, ability: Ability): Promise<DormantMembers | null> {
    if (!ability.can('deactivate', 'member')) return null;
    const allowed = narrow({ ability, action: 'deactivate', noun: 'member', columns: MEMBER_CONDITIONS, startParam: 3 });
    const [row] = await tx.query<{ count: number; since: string | null }>(
      `select count(*)::int as count, min(d.last_used_on)::text as since from (
         select m.last_used_on from members m
         where m.organization_id = $1 and m.status = 'active' and m.last_used_on <= ${dormantUpTo('$2')} and ${allowed.text}
         order by m.last_used_on, m.number limit ${MOST_DORMANT}) d`,
      [tx.organizationId, tx.at, ...allowed.values],
    );
    return row === undefined || row.since === null ? null : { count: row.count, since: row.since };
  }
}
