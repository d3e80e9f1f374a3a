import { newId } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import type { Transaction } from '@smartpar/platform/database';
import type { MailFacts, MailTemplate } from './letter';

/** One mail to be sent once the transaction commits. */
export interface MailToSend<F extends MailFacts> {
  /** `null` for nobody: the same statement runs and stores nothing, so that a missing reader costs what a present one does */
  readonly to: string | null;
  readonly locale: Locale;
  readonly facts: F;
  /** the organization on whose behalf it goes out; absent for what belongs to none */
  readonly organizationId?: string;
  /** what the mail is about, so that its fate can be shown there */
  readonly subjectId?: string;
}

/**
 * Puts a mail into the outbox, inside the transaction that causes it: it leaves if and only if that transaction commits.
 * What is stored is the template's name and facts; the text, and any token in it, is made when it is sent.
 * @returns the id of the mail, also the local part of its Message-ID
 */
export async function enqueueMail<F extends MailFacts>(tx: Transaction, template: MailTemplate<F>, mail: MailToSend<F>): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into mail_outbox (id, organization_id, subject_id, to_address, locale, template, facts, created_at, next_at)
     select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::jsonb, $8::timestamptz, $8::timestamptz where $4::text is not null`,
    [id, mail.organizationId ?? null, mail.subjectId ?? null, mail.to, mail.locale, template.name, JSON.stringify(mail.facts), tx.at.toString()],
  );
  return id;
}

/** Puts many mails of one kind into the outbox at once, under the same rules as one. */
export async function enqueueMails<F extends MailFacts>(tx: Transaction, template: MailTemplate<F>, mails: readonly MailToSend<F>[]): Promise<void> {
  await tx.query(
    `insert into mail_outbox (id, organization_id, subject_id, to_address, locale, template, facts, created_at, next_at)
     select m.id, m.organization_id, m.subject_id, m.to_address, m.locale, $7::text, m.facts, $8::timestamptz, $8::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[]) as m (id, organization_id, subject_id, to_address, locale, facts)
     where m.to_address is not null`,
    [
      mails.map(() => newId()),
      mails.map(({ organizationId }) => organizationId ?? null),
      mails.map(({ subjectId }) => subjectId ?? null),
      mails.map(({ to }) => to),
      mails.map(({ locale }) => locale),
      mails.map(({ facts }) => JSON.stringify(facts)),
      template.name,
      tx.at.toString(),
    ],
  );
}

/** What became of a mail. */
export type MailState = 'queued' | 'sending' | 'sent' | 'bounced' | 'failed';

/** The fate of one mail, as it may be shown beside its subject. */
export interface MailOutcome {
  readonly template: string;
  readonly state: MailState;
  readonly at: Date;
}

/**
 * Tells what became of the mails about one subject, oldest first.
 * @param subjectId the subject named when they were enqueued
 */
export const mailOutcomes = (tx: Transaction, organizationId: string, subjectId: string): Promise<MailOutcome[]> =>
  tx.query<MailOutcome>(
    `select template, state, coalesce(sent_at, created_at) as at from mail_outbox where organization_id = $1 and subject_id = $2 order by id`,
    [organizationId, subjectId],
  );
