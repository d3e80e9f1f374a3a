import { Injectable } from '@nestjs/common';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { toDate } from './settle';
import { UnconfirmedQuestionRepository } from './unconfirmed-question.repository';

/** How long a question from the public page is kept, confirmed or not: long enough for an expired link to be renewed. */
const KEEP_DAYS = 37;

/** What is done about requests again and again. */
@Injectable()
export class RequestsPeriodic {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly questions: UnconfirmedQuestionRepository,
  ) {}

  /** The jobs, with when they run. */
  jobs(): readonly PeriodicJob[] {
    return [definePeriodic('requests.forget-questions', '41 3 * * *', () => this.forgetQuestions())];
  }

  private async forgetQuestions(): Promise<void> {
    const before = toDate(this.time.now().subtract({ hours: KEEP_DAYS * 24 }));
    await this.database.global((tx) =>
      this.questions.forgetOld(tx, before, { action: 'question.forgotten', target: { noun: 'question', id: 'old' }, facts: {} }),
    );
  }
}
