import type { Temporal, Time } from '@smartpar/kernel';
import type { Database } from '@smartpar/platform/database';
import { Bounced, type Carrier } from './carrier';
import type { MailRendering, StoredMail } from './rendering';

/** Mails taken in one go; they are handed over one after the other. */
const ROUND_SIZE = 20;

/** How long one process may hold a mail before another takes it over. */
const LEASE_MINUTES = 10;

/** Waiting time after each failed try, in minutes; after the last the mail has failed. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 720, 1440] as const;

interface TakenMail extends StoredMail {
  readonly attempts: number;
}

/**
 * Sends what the outbox holds, at least once: a crash after the hand-over sends it again under the same Message-ID,
 * and such a mail is marked as uncertain.
 */
export class DeliverMail {
  /** @param onFailure told of the template and the error, never of the address */
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly carrier: Carrier,
    private readonly rendering: MailRendering,
    private readonly onFailure: (template: string, error: unknown) => void,
  ) {}

  /**
   * Sends everything that waits.
   * @returns how many mails were accepted
   */
  async run(): Promise<number> {
    let sent = 0;
    for (;;) {
      const mails = await this.take();
      for (const mail of mails) sent += await this.deliver(mail);
      if (mails.length < ROUND_SIZE) return sent;
    }
  }

  /** Leases waiting mails to this process; mails whose lease ran out are marked uncertain. */
  private take(): Promise<TakenMail[]> {
    const now = this.time.now();
    return this.database.global((tx) =>
      tx.query<TakenMail>(
        `update mail_outbox set state = 'sending', attempts = attempts + 1, uncertain = uncertain or state = 'sending', next_at = $2
         where id in (
           select id from mail_outbox where state in ('queued', 'sending') and next_at <= $1 order by next_at, id limit ${ROUND_SIZE} for update skip locked)
         returning id, to_address, locale, template, facts, created_at, attempts`,
        [now.toString(), now.add({ minutes: LEASE_MINUTES }).toString()],
      ),
    );
  }

  private async deliver(mail: TakenMail): Promise<number> {
    try {
      await this.carrier.carry(this.rendering.render(mail));
      await this.settle(mail.id, 'sent', null);
      return 1;
    } catch (error) {
      if (error instanceof Bounced) await this.settle(mail.id, 'bounced', error.responseCode);
      else await this.retry(mail, error);
      return 0;
    }
  }

  private async settle(id: string, state: 'sent' | 'bounced' | 'failed', responseCode: number | null): Promise<void> {
    await this.database.global((tx) =>
      tx.query(`update mail_outbox set state = $2, response_code = $3, sent_at = $4 where id = $1`, [id, state, responseCode, this.time.now().toString()]),
    );
  }

  private async retry(mail: TakenMail, error: unknown): Promise<void> {
    this.onFailure(mail.template, error);
    const wait = RETRY_MINUTES[mail.attempts - 1];
    if (wait === undefined) return this.settle(mail.id, 'failed', null);
    const next = this.time.now().add({ minutes: wait }).toString();
    await this.database.global((tx) => tx.query(`update mail_outbox set state = 'queued', next_at = $2 where id = $1`, [mail.id, next]));
  }
}

/** How long a mail that has left, or never will, is remembered, in days. */
const REMEMBERED_DAYS = 30;

/** Forgets mails that are long settled: their addresses are personal data with no further use. */
export async function forgetSettledMails(database: Database, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: REMEMBERED_DAYS * 24 }).toString();
  await database.global((tx) => tx.query(`delete from mail_outbox where state in ('sent', 'bounced', 'failed') and sent_at < $1`, [before]));
}
