import { Injectable } from '@nestjs/common';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail, type MailFacts, type MailTemplate } from '@smartpar/platform/mail';
import type { PersonMailFacts } from './mails/request-mail';
import type { Administrator } from './ports/administrators';
import { Answerers } from './ports/answerers';
import type { RequestRow } from './request-row';

/** Where a person is reached. */
export interface PersonAddress {
  readonly to: string;
  readonly locale: Locale;
}

/** Tells the person who asks, at the address they gave or, for a member, at the one they have now. Never content, always the private link. */
@Injectable()
export class PersonMails {
  constructor(private readonly answerers: Answerers) {}

  /** Tells the person that something of the organization waits for them. */
  async tell(tx: TenantTransaction, request: RequestRow, template: MailTemplate<PersonMailFacts>, { name }: Administrator): Promise<void> {
    const facts = { requestId: request.id, reference: request.reference, organization: name };
    // Where the address is known without asking, the mail leaves in one packet with everything else.
    const address = request.replyAddress === null ? await this.addressOf(tx, request) : { to: request.replyAddress, locale: request.locale };
    await this.send(tx, request, address, template, facts);
  }

  /** Sends a mail to the person; to nobody where a member has been de-identified. */
  async send<F extends MailFacts>(
    tx: TenantTransaction,
    request: Pick<RequestRow, 'id'>,
    address: PersonAddress | null,
    template: MailTemplate<F>,
    facts: F,
  ): Promise<void> {
    if (address !== null) await enqueueMail(tx, template, { ...address, facts, organizationId: tx.organizationId, subjectId: request.id });
  }

  /** Where the person is reached now; null where nowhere any more. */
  async addressOf(
    tx: TenantTransaction,
    { replyAddress, locale, memberId }: Pick<RequestRow, 'replyAddress' | 'locale' | 'memberId'>,
  ): Promise<PersonAddress | null> {
    if (replyAddress !== null) return { to: replyAddress, locale };
    const [member] = memberId === null ? [] : await this.answerers.find(tx, [memberId]);
    return member === undefined || member.email === null ? null : { to: member.email, locale: member.locale };
  }
}
