import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail, type MailTemplate } from '@smartpar/platform/mail';
import { recipientsAt, type Recipient, type Told } from '@smartpar/requests/model';
import { mayBeAsked } from './deeds/assign';
import type { AnswererMailFacts } from './mails/request-mail';
import { type Administrator, Administrators, type NamedContact } from './ports/administrators';
import { type Answerer, Answerers, type MemberFacts } from './ports/answerers';
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
    const administrator = await this.administrators.within(tx);
    const named = [request.aboutMemberId, administrator.contact?.memberId, administrator.substitute?.memberId];
    const [holders, members] = await Promise.all([
      this.answerers.answering(tx),
      this.answerers.find(
        tx,
        named.filter((id) => typeof id === 'string'),
      ),
    ]);
    const { defaultLocale } = administrator;
    const assignee = holders.find(({ memberId }) => memberId === request.assigneeId);
    const contact = atWork(administrator.contact, members);
    return {
      assignee: assignee !== undefined && mayBeAsked(assignee, request) ? reader(assignee) : null,
      answerers: readers(whoMayOpen(holders, request, contact)),
      owners: readers(holding(holders, 'owner')),
      contact: contactReader(contact, defaultLocale, members),
      substitute: contactReader(atWork(administrator.substitute, members), defaultLocale, members),
      concerned: concernedBy(request, members, administrator),
    };
  }
}

/** Those of all who may open the request: the officers and who answers by a role of the organization's own, else the owners, unless the contact who is told anyway is one of them. */
function whoMayOpen(holders: readonly Answerer[], { aboutMemberId }: RequestRow, contact: NamedContact | null): readonly MemberFacts[] {
  const officers = holders.filter(({ memberId, opensAll, roles }) => opensAll && memberId !== aboutMemberId && isOfficer(roles));
  if (officers.length > 0) return officers;
  const owners = holding(holders, 'owner').filter(({ memberId }) => memberId !== aboutMemberId);
  return owners.some(({ memberId }) => memberId === contact?.memberId) ? [] : owners;
}

/** Owners who are nothing else are asked where there is nobody else. */
const isOfficer = (roles: readonly Role[]): boolean => roles.includes('privacy-officer') || !roles.includes('owner');

const holding = (holders: readonly MemberFacts[], role: Role): readonly MemberFacts[] => holders.filter(({ roles }) => roles.includes(role));

const readers = (members: readonly MemberFacts[]): readonly Reader[] => members.map(reader).filter((one) => one !== null);

function reader({ memberId, email, locale }: MemberFacts): Reader | null {
  return email === null ? null : { memberId, email, locale };
}

/** A contact who is a member counts while they are at work. */
const atWork = (contact: NamedContact | null, members: readonly MemberFacts[]): NamedContact | null =>
  contact === null || contact.memberId === null || members.some(({ memberId, active }) => memberId === contact.memberId && active) ? contact : null;

function contactReader(contact: NamedContact | null, defaultLocale: Locale, members: readonly MemberFacts[]): Reader | null {
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
