import { Injectable } from '@nestjs/common';
import { opinionGiven, violationRunsAlready, type ViolationOutcome, type ViolationState } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { CITED_COLUMNS, type CitedRow, type OpinionRow, VIOLATION_COLUMNS, VIOLATION_SOURCE, type ViolationRow } from './violation-row';

/** A report about to be kept. */
export interface NewViolation {
  readonly id: string;
  readonly memberId: string;
  readonly reportedById: string;
  readonly words: string;
  readonly salt: string;
  readonly evidence: readonly string[];
  readonly lapsesAt: Temporal.Instant;
}

/** What somebody thinks, about to be kept. */
export interface NewOpinion {
  readonly violationId: string;
  readonly round: number;
  readonly byMemberId: string;
  readonly inPlaceOf: string | null;
  readonly outcome: ViolationOutcome;
  readonly words: string;
  readonly salt: string;
}

/** Reported violations and what became of them. */
@Injectable()
export class ViolationRepository {
  /**
   * Keeps a report; from its transaction on the person sees nothing of others. Those that time has ended are settled before.
   * @throws {DomainError} `violation.running`
   */
  async add(tx: TenantTransaction, violation: NewViolation, entry: AuditEntry): Promise<void> {
    const { id, memberId, reportedById, words, salt, evidence, lapsesAt } = violation;
    const { organizationId, at } = tx;
    try {
      await tx.query(
        `insert into violations (organization_id, id, member_id, reported_by, reported_at, words, salt, evidence, lapses_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [organizationId, id, memberId, reportedById, at, words, salt, evidence, lapsesAt],
      );
    } catch (error) {
      throw isUniqueViolation(error, 'violations_one') ? violationRunsAlready() : error;
    }
    await recordEntry(tx, entry);
  }

  /** Cases about a member that time has ended and nobody has settled yet. */
  async overdue(tx: TenantTransaction, memberId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from violations where organization_id = $1 and member_id = $2 and state = 'running' and lapses_at <= $3 order by id`,
      [tx.organizationId, memberId, tx.at],
    );
    return rows.map(({ id }) => id);
  }

  /** A case that nobody else changes until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<ViolationRow | null> {
    await tx.query('select from violations where organization_id = $1 and id = $2 for update', [tx.organizationId, id]);
    return this.find(tx, id);
  }

  /** One case. */
  async find(tx: TenantTransaction, id: string): Promise<ViolationRow | null> {
    const [row] = await tx.query<ViolationRow>(`select ${VIOLATION_COLUMNS} from ${VIOLATION_SOURCE} where v.organization_id = $1 and v.id = $2`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** What was said about a case, oldest first. */
  opinions(tx: TenantTransaction, id: string): Promise<OpinionRow[]> {
    return tx.query<OpinionRow>(
      `select o.round, o.by_member_id as "byMemberId", o.in_place_of as "inPlaceOf", 'M-' || m.number as "memberNumber", o.outcome, o.words, o.at
       from violation_opinions o join members m on m.organization_id = o.organization_id and m.id = o.by_member_id
       where o.organization_id = $1 and o.violation_id = $2 order by o.round, o.at, m.number`,
      [tx.organizationId, id],
    );
  }

  /** Looks of one member by id, in the order of time; those of others are left out. */
  looksOf(tx: TenantTransaction, byMemberId: string, ids: readonly string[]): Promise<CitedRow[]> {
    return tx.query<CitedRow>(
      `select ${CITED_COLUMNS} from reveals r join members s on s.organization_id = r.organization_id and s.id = r.member_id
       where r.organization_id = $1 and r.by_member_id = $2 and r.id = any($3::uuid[]) order by r.at, r.id`,
      [tx.organizationId, byMemberId, ids],
    );
  }

  /** Who made a look. */
  async lookerOf(tx: TenantTransaction, revealId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>('select by_member_id as id from reveals where organization_id = $1 and id = $2', [
      tx.organizationId,
      revealId,
    ]);
    return row?.id ?? null;
  }

  /** Keeps what somebody thinks; it never changes. @throws {DomainError} `violation.opinion_given` */
  async addOpinion(tx: TenantTransaction, opinion: NewOpinion, entry: AuditEntry): Promise<void> {
    const { violationId, round, byMemberId, inPlaceOf, outcome, words, salt } = opinion;
    const added = await tx.query(
      `insert into violation_opinions (organization_id, violation_id, round, by_member_id, outcome, words, salt, at, in_place_of)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning round`,
      [tx.organizationId, violationId, round, byMemberId, outcome, words, salt, tx.at, inPlaceOf],
    );
    if (added.length === 0) throw opinionGiven();
    await recordEntry(tx, entry);
  }

  /** Gives those who look into it more time. */
  async extend(tx: TenantTransaction, id: string, lapsesAt: Temporal.Instant, entry: AuditEntry): Promise<void> {
    await tx.query('update violations set lapses_at = $3 where organization_id = $1 and id = $2', [tx.organizationId, id, lapsesAt]);
    await recordEntry(tx, entry);
  }

  /** Settles a case that is locked. */
  async settle(tx: TenantTransaction, id: string, state: Exclude<ViolationState, 'running'>, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update violations set state = $3, decided_at = case when $3 = 'lapsed' then null else $4::timestamptz end where organization_id = $1 and id = $2`,
      [tx.organizationId, id, state, tx.at],
    );
    await recordEntry(tx, entry);
  }
}
