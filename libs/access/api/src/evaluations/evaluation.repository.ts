import { Injectable } from '@nestjs/common';
import type { Agreement, EvaluationKind, EvaluationRole, EvaluationRules, EvaluationRulesChange } from '@smartpar/access/model';
import { evaluationRulesChangedMeanwhile } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';

/** What an organization says about evaluations, and which day it is there. */
export interface RulesInForce extends EvaluationRules {
  /** 0 while nothing was said */
  readonly version: number;
  readonly askedBy: string | null;
  readonly changedAt: Date | null;
  /** such as 2026-11-26 */
  readonly today: string;
}

/** An evaluation about to be written down. */
export interface NewEvaluation {
  readonly id: string;
  readonly kind: EvaluationKind;
  readonly bySystem: boolean;
  readonly byRoles: readonly EvaluationRole[];
  readonly people: number;
  readonly findings: number;
}

interface RulesRow extends Partial<Record<keyof Agreement, string | null>> {
  readonly version: number | null;
  readonly needed: boolean | null;
  readonly askedBy: string | null;
  readonly changedAt: Date | null;
  readonly today: string;
}

/** Whether worker data may be evaluated, and what was. */
@Injectable()
export class EvaluationRepository {
  /** What is in force at the moment of a transaction. */
  async rules(tx: TenantTransaction): Promise<RulesInForce> {
    const [row] = await tx.query<RulesRow>(
      `select r.version, r.needed, r.asked_by as "askedBy", r.title, r.reference, r.concluded_on as "concludedOn", r.valid_until as "validUntil",
         r.changed_at as "changedAt", to_char($2::timestamptz at time zone o.time_zone, 'YYYY-MM-DD') as today
       from organizations o
       left join lateral (select * from evaluation_rules v where v.organization_id = o.organization_id order by v.version desc limit 1) r on true
       where o.organization_id = $1`,
      [tx.organizationId, tx.at],
    );
    if (row === undefined) throw new Error('A transaction of an organization finds the organization.');
    const { version, needed, askedBy, changedAt, today } = row;
    return { version: version ?? 0, needed: needed ?? false, askedBy, changedAt, today, agreement: agreementOf(row) };
  }

  /** Puts other rules in force. @throws {DomainError} `evaluation_rules.changed_meanwhile` */
  async change(tx: TenantTransaction, { version, needed, askedBy, agreement }: EvaluationRulesChange, salt: string, entry: AuditEntry): Promise<void> {
    if ((await this.rules(tx)).version !== version) throw evaluationRulesChangedMeanwhile();
    const columns = [agreement?.title ?? null, agreement?.reference ?? null, agreement?.concludedOn ?? null, agreement?.validUntil ?? null];
    try {
      await tx.query(
        `insert into evaluation_rules (organization_id, version, needed, asked_by, title, reference, concluded_on, valid_until, salt, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [tx.organizationId, version + 1, needed, askedBy, ...columns, salt, tx.at],
      );
    } catch (error) {
      throw isUniqueViolation(error, 'evaluation_rules_pkey') ? evaluationRulesChangedMeanwhile() : error;
    }
    await recordEntry(tx, entry);
  }

  /** Writes an evaluation down: as which roles, about how many; nobody by name or number. */
  async add(tx: TenantTransaction, { id, kind, bySystem, byRoles, people, findings }: NewEvaluation, entry: AuditEntry): Promise<void> {
    await tx.query(`insert into evaluations (organization_id, id, kind, at, by_system, by_roles, people, findings) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
      tx.organizationId,
      id,
      kind,
      tx.at,
      bySystem,
      byRoles,
      people,
      findings,
    ]);
    await recordEntry(tx, entry);
  }
}

function agreementOf({ title, reference, concludedOn, validUntil }: RulesRow): Agreement | null {
  if (typeof title !== 'string' || typeof reference !== 'string' || typeof concludedOn !== 'string') return null;
  return { title, reference, concludedOn, validUntil: validUntil ?? null };
}
