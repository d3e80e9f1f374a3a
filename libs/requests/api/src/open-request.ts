import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import { type Capacity, codeOfPlace, leadingClock, platformPromise, type RequestKind } from '@smartpar/requests/model';
import type { Locale } from '@smartpar/platform/contract';
import { clocksFor } from './deeds/clock-deeds';
import { type Concerned, ConcernedContact } from './concerned-contact';
import { receiptMail } from './mails/receipt.mail';
import { PersonMails } from './person-mails';
import { type Administrator, Administrators, type ChosenSite } from './ports/administrators';
import { ReminderPlan } from './reminder-plan';
import { type EntryAuthor, happened, hashOf, inWhoseName, message, type NewEntry } from './request-entry';
import { RequestRepository } from './request.repository';
import type { RequestRow } from './request-row';
import { toDate } from './settle';

/** Kind of due work: those who answer hear of a new request. */
export const ARRIVAL_WORK = 'requests.arrival';

/** A question on its way into an organization's inbox. */
export interface NewRequest {
  /** made beforehand, so that it is opened once however often it is tried */
  readonly id: string;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly part: RequestRow['part'];
  /** the member who asks, where that is known for sure */
  readonly member: { readonly memberId: string; readonly number: number; readonly place: string | null } | null;
  /** the site they say they belong to, where they are no member */
  readonly siteId?: string | null;
  readonly identifier: string | null;
  readonly proved: boolean;
  /** null for a member, who is reached at their own address */
  readonly replyAddress: string | null;
  readonly locale: Locale;
  readonly askedAt: Temporal.Instant;
  readonly text: string;
  readonly aboutContact: boolean;
  /** the member it is about, where it is about somebody else than the contact */
  readonly aboutMemberId?: string | null;
  readonly typedOrganization: string | null;
  /** the request this is a part of, where somebody handed it over */
  readonly partOf: string | null;
}

const PERSON: EntryAuthor = { kind: 'person' };
const SYSTEM: EntryAuthor = { kind: 'system' };

const NOBODY: Concerned = { aboutMemberId: null, aboutContact: false };

/** Opens a request in the transaction's organization: clocks from the moment it was asked, receipt, word to those who answer. */
@Injectable()
export class OpenRequest {
  constructor(
    private readonly requests: RequestRepository,
    private readonly administrators: Administrators,
    private readonly concerned: ConcernedContact,
    private readonly personMails: PersonMails,
    private readonly reminders: ReminderPlan,
  ) {}

  /**
   * Opens it, unless it has been opened before.
   * @returns the day by which the person will hear
   */
  async run(tx: TenantTransaction, question: NewRequest): Promise<string> {
    const administrator = await this.administrators.within(tx);
    const { siteId = null } = question;
    const site = siteId === null ? null : await this.administrators.site(tx, siteId);
    const place = question.member?.place ?? (site === null ? null : codeOfPlace(site.place));
    const capacity: Capacity = administrator.kind === 'direct-users' ? 'private' : 'work';
    const clocks = clocksFor(administrator, { kind: question.kind, capacity, personPlace: place }, question.askedAt);
    const { deadline } = leadingClock(clocks.map((clock) => ({ ...clock, events: [] })));
    const entries = entriesOf(question, site);
    const [asked] = entries;
    const promisedOn = (question.proved ? deadline.dueOn : platformPromise(question.askedAt)).toString();
    const concerned = await this.concernedBy(tx, administrator, question);
    const row = rowOf(question, {
      place,
      concerned,
      capacity,
      dueOn: deadline.dueOn.toString(),
      dueAt: toDate(deadline.dueAt),
      promisedOn,
      at: toDate(tx.at),
      entries: entries.length,
    });
    const complaint = question.kind === 'complaint';
    const facts = {
      ...(!complaint && { kind: question.kind }),
      part: question.part,
      proved: question.proved,
      messageId: asked?.id ?? null,
      contentHash: asked ? hashOf(asked) : null,
    };
    const opened = await this.requests.open(
      tx,
      row,
      { entries, clocks, clockEvents: [] },
      { action: 'privacy-request.opened', target: { noun: 'privacy-request', id: question.id }, facts, ...inWhoseName(question) },
    );
    if (!opened) return (await this.requests.find(tx, question.id))?.promisedOn ?? promisedOn;
    await Promise.all([
      this.reminders.planNext(tx, { request: row, progress: row, deadline }),
      planWork(tx, { organizationId: tx.organizationId, kind: ARRIVAL_WORK, subjectId: question.id, dueAt: tx.at }),
      this.sendReceipt(tx, row, administrator, site),
    ]);
    return promisedOn;
  }

  private async concernedBy(tx: TenantTransaction, administrator: Administrator, question: NewRequest): Promise<Concerned> {
    const { aboutContact, aboutMemberId, member } = question;
    if (aboutMemberId !== undefined && aboutMemberId !== null) return { aboutMemberId, aboutContact: false };
    return aboutContact ? this.concerned.run(tx, administrator, member?.memberId ?? null) : NOBODY;
  }

  private async sendReceipt(tx: TenantTransaction, row: RequestRow, administrator: Administrator, site: ChosenSite | null): Promise<void> {
    const { id: requestId, reference, promisedOn } = row;
    const [address, named] = await Promise.all([this.personMails.addressOf(tx, row), this.administrators.contactFor(tx, administrator, row.memberId)]);
    const contact = site?.contact ?? named;
    const who = row.proved
      ? { organization: administrator.name, contactName: contact?.name ?? null, contactEmail: contact?.email ?? null }
      : { organization: null, contactName: null, contactEmail: null };
    await this.personMails.send(tx, row, address, receiptMail, { requestId, reference, promisedOn, ...who });
  }
}

function entriesOf({ text, askedAt, typedOrganization, partOf }: NewRequest, site: ChosenSite | null): readonly NewEntry[] {
  return [
    { ...message('from-person', text, PERSON), at: askedAt },
    happened({ code: 'received' }, SYSTEM),
    ...(typedOrganization === null ? [] : [happened({ code: 'organization-typed', name: typedOrganization }, PERSON)]),
    ...(site === null ? [] : [happened({ code: 'site-chosen', name: site.name, legalEntity: site.legalEntity }, PERSON)]),
    ...(partOf === null ? [] : [happened({ code: 'part-received', reference: partOf }, SYSTEM)]),
  ];
}

interface Worked {
  readonly place: string | null;
  readonly concerned: Concerned;
  readonly capacity: Capacity;
  readonly dueOn: string;
  readonly dueAt: Date;
  readonly promisedOn: string;
  readonly at: Date;
  readonly entries: number;
}

function rowOf(question: NewRequest, { concerned, capacity, place, at, ...dates }: Worked): RequestRow {
  const { member, askedAt, id, reference, kind, part, identifier, proved, replyAddress, locale } = question;
  return {
    ...{ id, reference, kind, part, identifier, proved, replyAddress, locale, capacity },
    ...concerned,
    ...dates,
    state: 'received',
    outcome: null,
    memberId: member?.memberId ?? null,
    memberNumber: member?.number ?? null,
    personPlace: place,
    askedAt: toDate(askedAt),
    paused: false,
    toldStage: null,
    assigneeId: null,
    assigneeNumber: null,
    firstWrittenAt: null,
    closedAt: null,
    lastActivityAt: at,
  };
}
