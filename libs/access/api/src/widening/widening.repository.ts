import { Injectable } from '@nestjs/common';
import type { GrantedRole, StandingGrant } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { WIDENING_COLUMNS, type WideningRow } from './widening-row';

/** A widening about to wait. */
export interface NewWidening {
  readonly id: string;
  readonly from: StandingGrant;
  readonly to: StandingGrant;
  readonly requestedBy: string;
  readonly settlesAt: Temporal.Instant;
  readonly alone: boolean;
}

/** What roles are to see more. */
@Injectable()
export class WideningRepository {
  /** Keeps one that waits. */
  async add(tx: TenantTransaction, { id, from, to, requestedBy, settlesAt, alone }: NewWidening, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into standing_grant_widenings (organization_id, id, role, category, mode_before, purposes_before, mode, purposes, state, requested_by,
         requested_at, settles_at, alone)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', $9, $10, $11, $12)`,
      [tx.organizationId, id, to.role, to.category, from.mode, from.purposes, to.mode, to.purposes, requestedBy, tx.at, settlesAt, alone],
    );
    await recordEntry(tx, entry);
  }

  /** One of them, which nobody else settles until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<WideningRow | null> {
    const [row] = await tx.query<WideningRow>(
      `select ${WIDENING_COLUMNS} from standing_grant_widenings w where w.organization_id = $1 and w.id = $2 for update`,
      [tx.organizationId, id],
    );
    return row ?? null;
  }

  /** Those of some roles and categories that nobody has settled, held until the transaction ends. */
  lockFor(tx: TenantTransaction, lines: readonly Pick<StandingGrant, 'role' | 'category'>[]): Promise<WideningRow[]> {
    return tx.query<WideningRow>(
      `select ${WIDENING_COLUMNS} from standing_grant_widenings w
       where w.organization_id = $1 and w.state = 'requested' and w.role || ' ' || w.category = any($2::text[]) order by w.id for update`,
      [tx.organizationId, lines.map(({ role, category }) => `${role} ${category}`)],
    );
  }

  /** Those that wait at the transaction's moment, soonest settled first. What nobody may decide waits until it takes force. */
  waiting(tx: TenantTransaction): Promise<WideningRow[]> {
    return tx.query<WideningRow>(
      `select ${WIDENING_COLUMNS} from standing_grant_widenings w
       where w.organization_id = $1 and w.state = 'requested' and (w.alone or w.settles_at > $2) order by w.settles_at, w.id`,
      [tx.organizationId, tx.at],
    );
  }

  /** Settles one that is held. @param by who did; `null` for time */
  async settle(tx: TenantTransaction, id: string, state: Exclude<WideningRow['state'], 'requested'>, by: string | null, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update standing_grant_widenings set state = $3, decided_at = $4, decided_by = $5 where organization_id = $1 and id = $2 and state = 'requested'`,
      [tx.organizationId, id, state, tx.at, by],
    );
    await recordEntry(tx, entry);
  }

  /** Everybody who holds one of some roles, wherever they hold it, by role. */
  async holdersOf(tx: TenantTransaction, roles: readonly GrantedRole[]): Promise<ReadonlyMap<GrantedRole, readonly string[]>> {
    const rows = await tx.query<{ role: GrantedRole; memberId: string }>(
      `select r.role, r.member_id as "memberId" from member_roles r where r.organization_id = $1 and r.role = any($2::text[])
       union select a.built_in, a.member_id from role_assignments a where a.organization_id = $1 and a.built_in = any($2::text[])`,
      [tx.organizationId, roles],
    );
    return new Map([...Map.groupBy(rows, ({ role }) => role)].map(([role, held]) => [role, held.map(({ memberId }) => memberId)]));
  }
}
