import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Whether a grant reaches the member of row `m`; for the evidence of what was used, not for deciding. */
const REACHES = `(g.scope_kind = 'all' or (g.scope_kind = 'site' and m.site_id = any(g.scope_ids)) or (g.scope_kind = 'members' and m.id = any(g.scope_ids))
  or (g.scope_kind = 'request' and m.id = any(g.scope_members))
  or (g.scope_kind = 'group' and exists (
    select from group_places p where p.organization_id = m.organization_id and p.member_id = m.id and p.group_id = any(g.scope_ids))))`;

/** What looks are made under: asked of the table itself, so that nothing is shown by a grant that has just ended. */
@Injectable()
export class GrantUseRepository {
  /** Which of some grants are in force now; nobody ends them before the transaction does. */
  async live(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `select g.id from grants g where g.organization_id = $1 and g.id = any($2::uuid[]) and g.state = 'approved' and g.ends_at > $3
         and (g.starts_at is null or g.starts_at <= $3) order by g.id for update`,
      [tx.organizationId, ids, tx.at],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps when grants were used last: whoever reviews them asks. No entry of its own: the look has one. */
  async use(tx: TenantTransaction, memberId: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update grants g set last_used_at = $3 from members m
       where g.organization_id = $1 and g.id = any($2::uuid[]) and m.organization_id = $1 and m.id = $4 and ${REACHES}`,
      [tx.organizationId, ids, tx.at, memberId],
    );
  }

  /** Keeps it of grants used for several members at once: each that reaches one of them at least. */
  async useForMany(tx: TenantTransaction, memberIds: readonly string[], ids: readonly string[]): Promise<void> {
    if (memberIds.length === 0 || ids.length === 0) return;
    await tx.query(
      `update grants g set last_used_at = $3 where g.organization_id = $1 and g.id = any($2::uuid[])
         and exists (select from members m where m.organization_id = $1 and m.id = any($4::uuid[]) and ${REACHES})`,
      [tx.organizationId, ids, tx.at, memberIds],
    );
  }
}
