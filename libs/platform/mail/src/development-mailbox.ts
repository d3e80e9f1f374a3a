import type { Database } from '@smartpar/platform/database';
import type { MailRendering, StoredMail } from './rendering';

/** A mail as the development mailbox shows it. */
export interface DevelopmentMail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Most mails the mailbox shows, newest first. */
const SHOWN = 100;

/** What would have been sent, had there been a mail server. Only ever offered by the embedded default. */
export class DevelopmentMailbox {
  constructor(
    private readonly database: Database,
    private readonly rendering: MailRendering,
  ) {}

  /** @param to only mails to this address, where given */
  async list(to: string | undefined): Promise<DevelopmentMail[]> {
    const mails = await this.database.global((tx) =>
      tx.query<StoredMail>(
        `select id, to_address, locale, template, facts, created_at from mail_outbox
         where $1::text is null or to_address = $1 order by id desc limit ${SHOWN}`,
        [to ?? null],
      ),
    );
    return mails.map((mail) => {
      const { subject, text } = this.rendering.render(mail);
      return { id: mail.id, at: mail.created_at.toISOString(), to: mail.to_address, subject, text };
    });
  }
}
