import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@smartpar/kernel';
import { foldAddress } from '@smartpar/platform/contract';
import { Database, toInstant, type Transaction } from '@smartpar/platform/database';
import { fingerprintOf, keyReused } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import { enqueueMail } from '@smartpar/platform/mail';
import { type AskQuestion as Asked, platformPromise } from '@smartpar/requests/model';
import { confirmationMail } from './mails/confirmation.mail';
import { toDate } from './settle';
import { type LatelyAsked, type SenderAct, type UnconfirmedQuestion, UnconfirmedQuestionRepository } from './unconfirmed-question.repository';

/** Kind of due work: a confirmation mail that had to wait. */
export const CONFIRMATION_MAIL_WORK = 'requests.confirmation-mail';

/** How long a confirmation link works. */
export const CONFIRM_DAYS = 7;

/** Confirmation mails one address gets within an hour at most; further ones wait. */
const MOST_AN_HOUR = 3;

/** Confirmation mails one address gets within a day at most; further questions get none. */
const MOST_A_DAY = 10;

/** What everybody is answered. */
export interface QuestionTaken {
  readonly replyAddress: string;
  readonly askedAt: Date;
  readonly promisedOn: string;
  readonly confirmBefore: Date;
}

/**
 * Takes a question from anybody. Nothing is looked up about what was typed, so the answer and the steps are the same for every input;
 * only how often the reply address was given decides when its mail leaves.
 */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly database: Database,
    private readonly questions: UnconfirmedQuestionRepository,
  ) {}

  /**
   * @param key made by the sender once for this act
   * @throws {DomainError} 422 `idempotency.key_reused` when the key came with something else before
   */
  run(asked: Asked, key: string): Promise<QuestionTaken> {
    const replyAddressFolded = foldAddress(asked.replyAddress);
    const act = actOf(asked, replyAddressFolded, key);
    return this.database.global(async (tx) => {
      const lately = await this.questions.latelyAsked(tx, replyAddressFolded);
      const question = questionOf(asked, replyAddressFolded, tx);
      const added = await this.questions.add(tx, question, act, {
        action: 'question.asked',
        target: { noun: 'question', id: question.id },
        facts: { concerns: asked.concerns },
      });
      if (added) await this.mail(tx, question, lately);
      const kept = await this.questions.byAct(tx, act);
      if (kept !== null && kept.fingerprint !== null && kept.fingerprint !== act.fingerprint) throw keyReused();
      const { askedAt, confirmBefore } = kept ?? question;
      return { replyAddress: asked.replyAddress, askedAt, confirmBefore, promisedOn: platformPromise(toInstant(askedAt)).toString() };
    });
  }

  /** Sends the confirmation mail of a question now; nothing where it is no longer waiting. */
  async sendLater(tx: Transaction, questionId: string): Promise<void> {
    const question = await this.questions.find(tx, questionId);
    if (question !== null && question.confirmedAt === null) await sendConfirmation(tx, question);
  }

  private async mail(tx: Transaction, question: UnconfirmedQuestion, { withinHour, withinDay }: LatelyAsked): Promise<void> {
    if (withinDay >= MOST_A_DAY) return;
    if (withinHour < MOST_AN_HOUR) return sendConfirmation(tx, question);
    const installation = await this.database.installation();
    const organizationId = installation?.directUsersOrganizationId;
    if (organizationId !== undefined)
      await planWork(tx, { organizationId, kind: CONFIRMATION_MAIL_WORK, subjectId: question.id, dueAt: tx.at.add({ hours: 1 }) });
  }
}

/** The content is hashed under the key, which is kept nowhere: whoever reads the table cannot guess what was asked. */
const actOf = (asked: Asked, replyAddressFolded: string, key: string): SenderAct => ({
  id: createHash('sha256').update(`${key} ${replyAddressFolded}`).digest('base64url'),
  fingerprint: createHmac('sha256', key)
    .update(fingerprintOf('question.ask', { ...asked }))
    .digest('base64url'),
});

/** Puts the confirmation mail of a question's latest link into the outbox. */
export async function sendConfirmation(tx: Transaction, { id, generation, replyAddress, locale, confirmBefore }: UnconfirmedQuestion): Promise<void> {
  await enqueueMail(tx, confirmationMail, {
    to: replyAddress,
    locale,
    facts: { questionId: id, generation, confirmBefore: confirmBefore.toISOString() },
    subjectId: id,
  });
}

const questionOf = (asked: Asked, replyAddressFolded: string, { at }: Transaction): UnconfirmedQuestion => ({
  id: newId(),
  generation: 1,
  identifier: asked.identifier,
  replyAddress: asked.replyAddress,
  replyAddressFolded,
  organizationTyped: asked.organization ?? null,
  text: asked.text,
  concerns: asked.concerns,
  aboutContact: asked.aboutContact,
  locale: asked.locale,
  askedAt: toDate(at),
  confirmBefore: toDate(at.add({ hours: CONFIRM_DAYS * 24 })),
  confirmedAt: null,
  parts: null,
});
