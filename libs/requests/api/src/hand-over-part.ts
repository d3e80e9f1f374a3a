import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { newReference, nothingToHandOver, platformPromise, transition } from '@smartpar/requests/model';
import { toInstant } from '@smartpar/platform/database';
import type { Deed, Desk } from './deed';
import { written } from './deeds/messages';
import { DeliverHandover } from './deliver-handover';
import { type Handover, HandoverRepository } from './handover.repository';
import { partHandedOverMail } from './mails/person.mail';
import { PersonMails } from './person-mails';
import { Answerers } from './ports/answerers';
import { Matches } from './ports/matches';
import { happened } from './request-entry';
import { type Done, RequestDesk } from './request-desk';

/** Hands to SmartPAR the part of a request that asks about data SmartPAR controls; the person is told. */
@Injectable()
export class HandOverPart {
  constructor(
    private readonly desk: RequestDesk,
    private readonly handovers: HandoverRepository,
    private readonly delivery: DeliverHandover,
    private readonly matches: Matches,
    private readonly personMails: PersonMails,
    private readonly answerers: Answerers,
  ) {}

  /** @throws {DomainError} not_found, request.nothing_to_hand_over, request.already_answered */
  async run(actor: MemberActor, requestId: string, text: string, key: string): Promise<Done> {
    const made: { handoverId?: string } = {};
    const done = await this.desk.act(actor, { requestId, action: 'answer', operation: 'privacy-request.hand-over', key, content: text }, async (desk) => {
      const handover = await this.handoverOf(desk, text);
      made.handoverId = handover.id;
      return this.deed(desk, handover);
    });
    if (made.handoverId !== undefined) await this.delivery.run(actor.organizationId, made.handoverId);
    return done;
  }

  private deed(desk: Desk, handover: Handover): Deed {
    const { tx, request, author, entryId } = desk;
    const { id, reference } = handover;
    return {
      state: transition(request.state, 'hand-over').state,
      entries: [happened({ code: 'part-handed-over', reference, to: 'smartpar' }, author, entryId)],
      progress: written(desk),
      audit: { action: 'privacy-request.part-handed-over', facts: { handoverId: id, reference } },
      mail: partHandedOverMail,
      beside: async () => {
        await this.handovers.add(tx, handover, { action: 'request-handover.sent', target: { noun: 'request-handover', id }, facts: { requestId: request.id } });
        await this.delivery.plan(tx, id);
      },
    };
  }

  private async handoverOf({ tx, request }: Desk, text: string): Promise<Handover> {
    const [smartpar, address, [member]] = await Promise.all([
      this.matches.directUsers(tx),
      this.personMails.addressOf(tx, request),
      request.memberId === null ? [] : this.answerers.find(tx, [request.memberId]),
    ]);
    if (smartpar.organizationId === tx.organizationId || address === null) throw nothingToHandOver();
    return {
      id: newId(),
      requestId: request.id,
      memberId: request.memberId,
      toOrganizationId: smartpar.organizationId,
      reference: newReference(),
      text,
      identifier: request.identifier ?? member?.email ?? null,
      proved: request.proved,
      replyAddress: address.to,
      locale: address.locale,
      kind: request.kind,
      askedAt: request.askedAt,
      promisedOn: platformPromise(toInstant(request.askedAt)).toString(),
    };
  }
}
