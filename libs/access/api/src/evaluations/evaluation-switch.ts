import { Injectable } from '@nestjs/common';
import { type EvaluationKind, evaluationRolesOf, evaluationsOff, evaluationStateOn, mayEvaluate } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { EvaluationRepository } from './evaluation.repository';

/** What an evaluation came to. */
export interface Evaluated<T> {
  readonly result: T;
  /** what how many people did was looked at; nothing is written down where it was nobody */
  readonly people: number;
  /** how often it led to an alert */
  readonly findings: number;
}

/**
 * The one place through which worker data is evaluated: it asks whether that is on, and writes down that it was done. Whatever is among
 * `EVALUATION_KINDS` runs in here.
 */
@Injectable()
export class EvaluationSwitch {
  constructor(private readonly evaluations: EvaluationRepository) {}

  /** Tells whether worker data may be evaluated here now, for what only follows the switch and evaluates nothing. */
  async isOn(tx: TenantTransaction): Promise<boolean> {
    const rules = await this.evaluations.rules(tx);
    return mayEvaluate(evaluationStateOn(rules, rules.today));
  }

  /**
   * Evaluates where that is on.
   * @param work is not begun where it is off
   * @returns `null` where it is off
   */
  async ifOn<T>(tx: TenantTransaction, kind: EvaluationKind, work: () => Promise<Evaluated<T>>): Promise<T | null> {
    if (!(await this.isOn(tx))) return null;
    const { result, people, findings } = await work();
    if (people > 0) await this.writeDown(tx, kind, people, findings);
    return result;
  }

  /** Evaluates, or says why not. @throws {DomainError} `evaluation.off` */
  async orRefuse<T extends NonNullable<unknown>>(tx: TenantTransaction, kind: EvaluationKind, work: () => Promise<Evaluated<T>>): Promise<T> {
    const result = await this.ifOn(tx, kind, work);
    if (result === null) throw evaluationsOff();
    return result;
  }

  private async writeDown(tx: TenantTransaction, kind: EvaluationKind, people: number, findings: number): Promise<void> {
    const { actor } = tx;
    const byRoles = actor.kind === 'member' ? evaluationRolesOf(actor) : [];
    const id = newId();
    await this.evaluations.add(
      tx,
      { id, kind, bySystem: actor.kind === 'system', byRoles, people, findings },
      { action: 'evaluation.made', target: { noun: 'evaluation', id }, facts: { kind, people, findings } },
    );
  }
}
