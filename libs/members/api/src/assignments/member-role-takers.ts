import { Injectable } from '@nestjs/common';
import { RoleTakers } from '@smartpar/access/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { HELD_ANYWHERE } from '../active-holders';

/** Knows who holds which role; a member who is let go and may come back holds theirs still. */
@Injectable()
export class MemberRoleTakers extends RoleTakers {
  override async rolesOf(tx: TenantTransaction, memberId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ role: string }>(`select distinct h.role from (${HELD_ANYWHERE}) h where h.member_id = $2`, [tx.organizationId, memberId]);
    return rows.map(({ role }) => role);
  }

  override async count(tx: TenantTransaction, role: string): Promise<number> {
    const text = `select count(distinct h.member_id)::int as count from (${HELD_ANYWHERE}) h where h.role = $2`;
    const [row] = await tx.query<{ count: number }>(text, [tx.organizationId, role]);
    return row?.count ?? 0;
  }

  override async anybodyHoldsBoth(tx: TenantTransaction, one: string, other: string): Promise<boolean> {
    const held = (parameter: string): string => `select h.member_id from (${HELD_ANYWHERE}) h where h.role = ${parameter}`;
    const rows = await tx.query(`${held('$2')} intersect ${held('$3')} limit 1`, [tx.organizationId, one, other]);
    return rows.length > 0;
  }
}
