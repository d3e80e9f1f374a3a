import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { CaseDecision, CaseKind } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What SmartPAR's staff have to decide. */
export interface CaseRow {
  readonly id: string;
  readonly kind: CaseKind;
  readonly domain: string;
  readonly claimantOrganizationId: string | null;
  readonly holderOrganizationId: string;
  readonly words: string;
  readonly openedAt: Date;
  readonly decision: CaseDecision | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

/** Columns of a case, of the row `c`. */
export const CASE_COLUMNS = `c.id, c.kind, c.domain, c.claimant_organization_id as "claimantOrganizationId", c.holder_organization_id as "holderOrganizationId", c.words,
  c.opened_at as "openedAt", c.decision, c.reason, c.decided_at as "decidedAt"`;

/** A case as it is opened. */
export type NewCase = Pick<CaseRow, 'id' | 'kind' | 'domain' | 'claimantOrganizationId' | 'holderOrganizationId' | 'words'> & { readonly salt: string };

/** Cases about domains; they lie in SmartPAR's workforce, where neither side reads them. */
@Injectable()
export class DomainCaseRepository {
  /** @param tx of the workforce */
  async find(tx: TenantTransaction, id: string): Promise<CaseRow | null> {
    const [row] = await tx.query<CaseRow>(`select ${CASE_COLUMNS} from domain_cases c where c.organization_id = $1 and c.id = $2`, [tx.organizationId, id]);
    return row ?? null;
  }

  /** Opens it; a second time nothing happens. @returns whether it was new */
  async open(
    tx: TenantTransaction,
    { id, kind, domain, claimantOrganizationId, holderOrganizationId, words, salt }: NewCase,
    entry: AuditEntry,
  ): Promise<boolean> {
    const opened = await tx.query(
      `insert into domain_cases (organization_id, id, kind, domain, claimant_organization_id, holder_organization_id, words, salt, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint domain_cases_pkey do nothing returning id`,
      [tx.organizationId, id, kind, domain, claimantOrganizationId, holderOrganizationId, words, salt, tx.at],
    );
    if (opened.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** Decides it. @returns whether it was open */
  async decide(tx: TenantTransaction, id: string, { decision, reason }: { decision: CaseDecision; reason: string }, entry: AuditEntry): Promise<boolean> {
    const decider = tx.actor.kind === 'member' ? tx.actor.memberId : null;
    const changed = await tx.query(
      `update domain_cases set decision = $3, reason = $4, decided_at = $5, decided_by_member_id = $6
       where organization_id = $1 and id = $2 and decision is null returning id`,
      [tx.organizationId, id, decision, reason, tx.at, decider],
    );
    if (changed.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }
}
