import { Injectable } from '@nestjs/common';
import { foldAddress } from '@smartpar/platform/contract';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { cancelWork } from '@smartpar/platform/jobs';
import { codeOfPlace } from '@smartpar/requests/model';
import { type NewRequest, OpenRequest } from './open-request';
import { Answerers, type MemberFacts } from './ports/answerers';
import { isProved } from './route-of-question';
import { type QuestionPart, type UnconfirmedQuestion, UnconfirmedQuestionRepository } from './unconfirmed-question.repository';

/** Kind of due work: a confirmed question whose part has not been opened yet, because something broke in between. */
export const TAKE_OVER_WORK = 'requests.take-over';

/** Opens a part of a confirmed question in the organization that answers it; once, however often it is tried. */
@Injectable()
export class TakeOverQuestion {
  constructor(
    private readonly questions: UnconfirmedQuestionRepository,
    private readonly openRequest: OpenRequest,
    private readonly answerers: Answerers,
  ) {}

  /**
   * @param tx of that organization
   * @returns the day by which the person will hear; null where there is nothing left to open
   */
  async run(tx: TenantTransaction, requestId: string): Promise<string | null> {
    const question = await this.questions.ofRequest(tx, requestId);
    const part = question?.parts?.find((one) => one.requestId === requestId && one.organizationId === tx.organizationId);
    if (question === null || part === undefined || question.text === null) return null;
    const promisedOn = await this.openRequest.run(tx, await this.requestOf(tx, question, part, question.text));
    await cancelWork(tx, { organizationId: tx.organizationId, kind: TAKE_OVER_WORK, subjectId: requestId });
    await this.questions.forgetContent(tx, question, TAKE_OVER_WORK, {
      action: 'question.taken-over',
      target: { noun: 'question', id: question.id },
      facts: { requestId },
    });
    return promisedOn;
  }

  private async requestOf(
    tx: TenantTransaction,
    question: UnconfirmedQuestion,
    { requestId, reference, part, partOf, memberId, siteId }: QuestionPart,
    text: string,
  ): Promise<NewRequest> {
    const { identifier, replyAddress, locale, aboutContact, organizationTyped } = question;
    const proved = isProved(question);
    const member = proved ? await this.memberWhoAsks(tx, foldAddress(identifier), memberId) : null;
    return {
      ...{ reference, part, partOf, identifier, replyAddress, locale, text },
      id: requestId,
      kind: aboutContact ? 'complaint' : 'question',
      member: member === null ? null : askingMember(member),
      siteId: member === null ? (siteId ?? null) : null,
      proved,
      askedAt: toInstant(question.askedAt),
      aboutContact: aboutContact && part !== 'smartpar',
      typedOrganization: organizationTyped,
    };
  }

  /** An address that was given away is that of whoever has it now; a former member is known by theirs only while nobody else has it. */
  private async memberWhoAsks(tx: TenantTransaction, address: string, formerId: string | null): Promise<MemberFacts | null> {
    const holder = await this.answerers.holderOf(tx, address);
    if (holder !== null || formerId === null) return holder;
    const [former] = await this.answerers.find(tx, [formerId]);
    return former ?? null;
  }
}

/** What a request keeps of the member who asks. */
export const askingMember = ({ memberId, number, place }: MemberFacts): NonNullable<NewRequest['member']> => ({
  memberId,
  number,
  place: place === null ? null : codeOfPlace(place),
});
