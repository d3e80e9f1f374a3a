import { Injectable } from '@nestjs/common';
import { notFound } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { newReference } from '@smartpar/requests/model';
import { OpenRequest } from './open-request';
import { Answerers } from './ports/answerers';
import { RequestRepository } from './request.repository';
import { askingMember } from './take-over-question';

/** A complaint of a member about what somebody did with their data. */
export interface ComplaintToOpen {
  /** made beforehand, so that it is opened once */
  readonly requestId: string;
  readonly memberId: string;
  /** whom it is about and never reaches; `null` where they are no member here */
  readonly aboutMemberId: string | null;
  /** what it is about, before the member's own words */
  readonly subject: Readonly<Record<Locale, string>>;
  readonly words: string;
}

/** Where a complaint went. */
export interface OpenedComplaint {
  readonly requestId: string;
  readonly reference: string;
  readonly promisedOn: string;
}

/** Opens complaints that come from other parts of the product, with clock and receipt like every other question. */
@Injectable()
export class OpenComplaint {
  constructor(
    private readonly openRequest: OpenRequest,
    private readonly requests: RequestRepository,
    private readonly answerers: Answerers,
  ) {}

  /** Opens it, unless it has been opened before. @throws {DomainError} `not_found` */
  async run(tx: TenantTransaction, { requestId, memberId, aboutMemberId, subject, words }: ComplaintToOpen): Promise<OpenedComplaint> {
    const [before, [member]] = await Promise.all([this.requests.find(tx, requestId), this.answerers.find(tx, [memberId])]);
    if (before !== null) return { requestId, reference: before.reference, promisedOn: before.promisedOn };
    if (member === undefined) throw notFound();
    const reference = newReference();
    const promisedOn = await this.openRequest.run(tx, {
      id: requestId,
      reference,
      kind: 'complaint',
      part: 'whole',
      member: askingMember(member),
      identifier: null,
      proved: true,
      replyAddress: null,
      locale: member.locale,
      askedAt: tx.at,
      text: `${subject[member.locale]}\n\n${words}`,
      aboutContact: false,
      // nobody complains about themselves to others than themselves
      aboutMemberId: aboutMemberId === memberId ? null : aboutMemberId,
      typedOrganization: null,
      partOf: null,
    });
    return { requestId, reference, promisedOn };
  }
}
