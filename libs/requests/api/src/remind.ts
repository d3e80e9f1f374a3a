import { Injectable } from '@nestjs/common';
import { newId } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import type { MailTemplate } from '@smartpar/platform/mail';
import { isOpen, leadingClock, type ReminderStage, type RequestEvent, stagesToCome } from '@smartpar/requests/model';
import { Temporal } from '@smartpar/kernel';
import { AnswererMails } from './answerer-mails';
import { EscalationRepository } from './escalation.repository';
import { halfTimeMail, overdueMail, shortTimeMail } from './mails/answerer.mail';
import type { AnswererMailFacts } from './mails/request-mail';
import { Administrators } from './ports/administrators';
import { ReminderPlan } from './reminder-plan';
import { happened } from './request-entry';
import { type LockedRequest, RequestRepository } from './request.repository';
import { progressOf } from './settle';

/** Kind of due work: SmartPAR's staff are told of one overdue request. */
export const ESCALATION_WORK = 'requests.escalation';

type MailedStage = Exclude<ReminderStage, 'escalation'>;

const MAILS: Readonly<Record<MailedStage, MailTemplate<AnswererMailFacts>>> = { half: halfTimeMail, 'four-fifths': shortTimeMail, due: overdueMail };

const EVENTS: Readonly<Record<ReminderStage, RequestEvent>> = {
  half: { code: 'reminded', stage: 'half' },
  'four-fifths': { code: 'reminded', stage: 'four-fifths' },
  due: { code: 'owners-told' },
  escalation: { code: 'escalated' },
};

/** Tells that time is running out: those who answer, then the owners, then SmartPAR's staff. Each stage once. */
@Injectable()
export class Remind {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestRepository,
    private readonly administrators: Administrators,
    private readonly answererMails: AnswererMails,
    private readonly escalations: EscalationRepository,
    private readonly plan: ReminderPlan,
  ) {}

  /** Tells the stage that has come and plans the next; tells nothing of a request that is answered or stands still. */
  async run(tx: TenantTransaction, requestId: string): Promise<void> {
    const request = await this.requests.lock(tx, requestId);
    if (request === null || !isOpen(request.state) || request.paused) return;
    const { deadline } = leadingClock(request.clocks);
    const [next] = stagesToCome(deadline, tx.at, request.toldStage);
    const come = next !== undefined && Temporal.Instant.compare(next.at, tx.at) <= 0 ? next.stage : null;
    if (come !== null) await this.tell(tx, request, come);
    await this.plan.planNext(tx, { request, progress: { ...request, toldStage: come ?? request.toldStage }, deadline });
  }

  private async tell(tx: TenantTransaction, request: LockedRequest, stage: ReminderStage): Promise<void> {
    const told = stage === 'escalation' ? await this.escalate(tx, request) : await this.answererMails.tell(tx, request, stage, MAILS[stage]);
    const entries = [happened(EVENTS[stage], { kind: 'system' })];
    const progress = { ...progressOf(request), toldStage: stage, entries: request.entries + entries.length };
    const entry = { action: 'privacy-request.reminded', target: { noun: 'privacy-request', id: request.id }, facts: { stage, told } };
    await this.requests.change(tx, request.id, { progress, entries, clocks: [], clockEvents: [] }, entry);
  }

  /** Staff are told by work planned in their own organization, so that it is done once as well. */
  private async escalate(tx: TenantTransaction, { id: requestId, askedAt, dueAt, state }: LockedRequest): Promise<number> {
    const [{ name }, installation] = await Promise.all([this.administrators.within(tx), this.database.installation()]);
    if (installation === null || state === 'answered') return 0;
    const id = newId();
    await this.escalations.raise(tx, { id, organizationId: tx.organizationId, organizationName: name, requestId, askedAt, dueAt, state });
    await planWork(tx, { organizationId: installation.workforceOrganizationId, kind: ESCALATION_WORK, subjectId: id, dueAt: tx.at });
    return 1;
  }
}
