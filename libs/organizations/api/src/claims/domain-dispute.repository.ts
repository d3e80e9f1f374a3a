import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { DisputeSide } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A dispute as one of its sides has it. */
export interface DisputeRow {
  readonly id: string;
  readonly side: DisputeSide;
  readonly domain: string;
  readonly words: string | null;
  readonly openedAt: Date;
  readonly decision: 'keep' | 'take-away' | 'free' | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

const SELECT = `select id, side, domain, words, opened_at as "openedAt", decision, reason, decided_at as "decidedAt" from domain_disputes where organization_id = $1`;

/** Disputes about domains, on the side of one organization. */
@Injectable()
export class DomainDisputeRepository {
  /** Newest first. */
  all(tx: TenantTransaction, most: number): Promise<DisputeRow[]> {
    return tx.query<DisputeRow>(`${SELECT} order by opened_at desc, id limit $2`, [tx.organizationId, most]);
  }

  async find(tx: TenantTransaction, id: string): Promise<DisputeRow | null> {
    const [row] = await tx.query<DisputeRow>(`${SELECT} and id = $2 for update`, [tx.organizationId, id]);
    return row ?? null;
  }

  /** Opens it on one side; a second time nothing happens. @returns whether it was new */
  async open(
    tx: TenantTransaction,
    dispute: { readonly id: string; readonly side: DisputeSide; readonly domain: string; readonly words: string | null; readonly salt: string | null },
    entry: AuditEntry,
  ): Promise<boolean> {
    const opened = await tx.query(
      `insert into domain_disputes (organization_id, id, side, domain, words, salt, opened_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint domain_disputes_pkey do nothing returning id`,
      [tx.organizationId, dispute.id, dispute.side, dispute.domain, dispute.words, dispute.salt, tx.at],
    );
    if (opened.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** It is decided. @returns whether it was open */
  async decide(tx: TenantTransaction, id: string, decided: { decision: DisputeRow['decision']; reason: string | null }, entry: AuditEntry): Promise<boolean> {
    const changed = await tx.query(
      'update domain_disputes set decision = $3, reason = $4, decided_at = $5 where organization_id = $1 and id = $2 and decision is null returning id',
      [tx.organizationId, id, decided.decision, decided.reason, tx.at],
    );
    if (changed.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }
}
