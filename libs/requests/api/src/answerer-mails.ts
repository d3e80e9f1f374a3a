import { Injectable } from '@nestjs/common';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail, type MailTemplate } from '@smartpar/platform/mail';
import { ASSIGNABLE_ROLES, recipientsAt, type Recipient, type Told } from '@smartpar/requests/model';
import type { AnswererMailFacts } from './mails/request-mail';
import { type Administrator, Administrators, type NamedContact } from './ports/administrators';
import { Answerers, type MemberFacts } from './ports/answerers';
import type { RequestRow } from './request-row';

/** Somebody a mail goes to, in their language. */
export interface Reader extends Recipient {
  readonly locale: Locale;
}

/** Tells those who answer, never the one the request is about. */
@Injectable()
export class AnswererMails {
  constructor(
    private readonly administrators: Administrators,
    private readonly answerers: Answerers,
  ) {}

  /**
   * Tells everybody who is told at a stage.
   * @returns how many that were
   */
  async tell(
    tx: TenantTransaction,
    request: RequestRow,
    stage: Parameters<typeof recipientsAt>[0],
    template: MailTemplate<AnswererMailFacts>,
  ): Promise<number> {
    const readers = recipientsAt(stage, await this.toldOf(tx, request));
    const { id: requestId, reference, dueOn } = request;
    const facts = { organizationId: tx.organizationId, requestId, reference, dueOn };
    await Promise.all(
      readers.map(({ email, locale }) => enqueueMail(tx, template, { to: email, locale, facts, organizationId: tx.organizationId, subjectId: requestId })),
    );
    return readers.length;
  }

  /** Everybody in the organization who may have to be told about a request. */
  private async toldOf(tx: TenantTransaction, request: RequestRow): Promise<Told<Reader>> {
    const named = [request.assigneeId, request.aboutMemberId].filter((id) => id !== null);
    const [administrator, holders, members] = await Promise.all([
      this.administrators.within(tx),
      this.answerers.holding(tx, ASSIGNABLE_ROLES),
      this.answerers.find(tx, named),
    ]);
    const assignee = members.find(({ memberId, active }) => memberId === request.assigneeId && active);
    const { contact, substitute } = administrator;
    return {
      assignee: assignee === undefined ? null : reader(assignee),
      answerers: holders
        .filter(({ roles }) => roles.includes('privacy-officer'))
        .map(reader)
        .filter((one) => one !== null),
      owners: holders
        .filter(({ roles }) => roles.includes('owner'))
        .map(reader)
        .filter((one) => one !== null),
      contact: contactReader(contact, administrator, holders),
      substitute: contactReader(substitute, administrator, holders),
      concerned: concernedBy(request, members, administrator),
    };
  }
}

function reader({ memberId, email, locale }: MemberFacts): Reader | null {
  return email === null ? null : { memberId, email, locale };
}

function contactReader(contact: NamedContact | null, { defaultLocale }: Administrator, members: readonly MemberFacts[]): Reader | null {
  if (contact === null) return null;
  const member = members.find(({ memberId }) => memberId === contact.memberId);
  return { memberId: contact.memberId, email: contact.email, locale: member?.locale ?? defaultLocale };
}

/** Whom a request is about: a member, or the named contact who is none. */
function concernedBy({ aboutMemberId, aboutContact }: RequestRow, members: readonly MemberFacts[], { contact, defaultLocale }: Administrator): Reader | null {
  const member = members.find(({ memberId }) => memberId === aboutMemberId);
  if (aboutMemberId !== null) return { memberId: aboutMemberId, email: member?.email ?? '', locale: member?.locale ?? defaultLocale };
  return aboutContact && contact !== null ? { memberId: contact.memberId, email: contact.email, locale: defaultLocale } : null;
}
