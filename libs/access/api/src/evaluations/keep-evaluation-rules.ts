import { Injectable } from '@nestjs/common';
import {
  EVALUATION_KINDS,
  evaluationStateOn,
  type EvaluationRulesChange,
  type EvaluationRulesView,
  type MemberActor,
  mayEvaluate,
  type OwnEvaluations,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { EvaluationRepository, type RulesInForce } from './evaluation.repository';

const OPERATION = 'evaluation-rules.change';

/** Owners say whether worker data is evaluated only under an agreement, and which one there is; everybody reads whether it is. */
@Injectable()
export class KeepEvaluationRules {
  constructor(
    private readonly database: Database,
    private readonly evaluations: EvaluationRepository,
  ) {}

  /** What is in force. */
  read(actor: MemberActor): Promise<EvaluationRulesView> {
    return this.database.tenant(actor, (tx) => this.present(tx));
  }

  /** What a member reads of it. */
  async own(actor: MemberActor): Promise<OwnEvaluations> {
    const rules = await this.database.tenant(actor, (tx) => this.evaluations.rules(tx));
    return { ...toldOf(rules), kinds: [...EVALUATION_KINDS] };
  }

  /**
   * Puts other rules in force, from this transaction on.
   * @param key the act's idempotency key
   * @throws {DomainError} `evaluation_rules.changed_meanwhile`
   */
  change(actor: MemberActor, change: EvaluationRulesChange, key: string): Promise<EvaluationRulesView> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, change) }, {});
      if (!replayed) await this.apply(tx, change);
      return this.present(tx);
    });
  }

  private async apply(tx: TenantTransaction, change: EvaluationRulesChange): Promise<void> {
    const salt = newSalt();
    const { needed, askedBy, agreement } = change;
    const facts = {
      version: change.version + 1,
      needed,
      agreed: agreement !== null,
      concludedOn: agreement?.concludedOn ?? null,
      validUntil: agreement?.validUntil ?? null,
      words: saltedHash([askedBy ?? '', agreement?.title ?? '', agreement?.reference ?? ''].join('\n'), salt),
    };
    const target = { noun: 'evaluation-rules', id: tx.organizationId };
    await this.evaluations.change(tx, change, salt, { action: 'evaluation-rules.changed', target, facts });
  }

  private async present(tx: TenantTransaction): Promise<EvaluationRulesView> {
    const rules = await this.evaluations.rules(tx);
    return { version: rules.version, ...toldOf(rules), changedAt: rules.changedAt?.toISOString() ?? null };
  }
}

function toldOf(rules: RulesInForce): Omit<OwnEvaluations, 'kinds'> {
  const state = evaluationStateOn(rules, rules.today);
  const { needed, askedBy, agreement } = rules;
  return { needed, askedBy, agreement, state, on: mayEvaluate(state) };
}
