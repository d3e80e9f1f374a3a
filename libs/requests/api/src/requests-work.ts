import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import type { MailTemplate } from '@smartpar/platform/mail';
import { isOpen } from '@smartpar/requests/model';
import { AnswererMails } from './answerer-mails';
import { AskQuestion, CONFIRMATION_MAIL_WORK } from './ask-question';
import { PERSON_WROTE_WORK } from './deeds/append';
import { DeliverHandover, HANDOVER_WORK } from './deliver-handover';
import { arrivalMail, personWroteMail } from './mails/answerer.mail';
import type { AnswererMailFacts } from './mails/request-mail';
import { ARRIVAL_WORK } from './open-request';
import { ESCALATION_WORK, Remind } from './remind';
import { REMINDER_WORK } from './reminder-plan';
import { RequestRepository } from './request.repository';
import { TAKE_OVER_WORK, TakeOverQuestion } from './take-over-question';
import { TellStaff } from './tell-staff';

/** Everything about requests that happens without anybody asking for it. */
@Injectable()
export class RequestsWork {
  constructor(
    private readonly requests: RequestRepository,
    private readonly remind: Remind,
    private readonly staff: TellStaff,
    private readonly answererMails: AnswererMails,
    private readonly askQuestion: AskQuestion,
    private readonly takeOver: TakeOverQuestion,
    private readonly delivery: DeliverHandover,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [
      defineWork(REMINDER_WORK, (tx, { subjectId }) => this.remind.run(tx, subjectId)),
      defineWork(ESCALATION_WORK, (tx, { subjectId }) => this.staff.run(tx, subjectId)),
      defineWork(ARRIVAL_WORK, (tx, { subjectId }) => this.tellAnswerers(tx, subjectId, arrivalMail)),
      defineWork(PERSON_WROTE_WORK, (tx, { subjectId }) => this.tellAnswerers(tx, subjectId, personWroteMail)),
      defineWork(CONFIRMATION_MAIL_WORK, (tx, { subjectId }) => this.askQuestion.sendLater(tx, subjectId)),
      defineWork(TAKE_OVER_WORK, async (tx, { subjectId }) => void (await this.takeOver.run(tx, subjectId))),
      defineWork(HANDOVER_WORK, (tx, { subjectId }) => this.delivery.perform(tx, subjectId)),
    ];
  }

  private async tellAnswerers(tx: TenantTransaction, requestId: string, template: MailTemplate<AnswererMailFacts>): Promise<void> {
    const request = await this.requests.find(tx, requestId);
    if (request !== null && isOpen(request.state)) await this.answererMails.tell(tx, request, 'arrival', template);
  }
}
