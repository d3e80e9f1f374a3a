import { Injectable } from '@nestjs/common';
import { asksForOnePerson, type MemberActor } from '@smartpar/access/model';
import { LogEvaluations, type LogWish } from '@smartpar/audit/api';
import { Database } from '@smartpar/platform/database';
import { EvaluationSwitch } from './evaluation-switch';

/** Reading the log of what one person did is an evaluation of worker data; reading the log is none. */
@Injectable()
export class EvaluationsOfTheLog extends LogEvaluations {
  constructor(
    private readonly database: Database,
    private readonly evaluation: EvaluationSwitch,
  ) {
    super();
  }

  override async before(actor: MemberActor, wish: LogWish): Promise<void> {
    if (!asksForOnePerson(wish)) return;
    await this.database.tenant(actor, (tx) => this.evaluation.orRefuse(tx, 'log-of-one', () => Promise.resolve({ result: true, people: 1, findings: 0 })));
  }
}
