import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { type AskMine as Asked, newReference, platformPromise, tooManyMessages } from '@smartpar/requests/model';
import { DeliverHandover } from './deliver-handover';
import { type Handover, HandoverRepository } from './handover.repository';
import { type NewRequest, OpenRequest } from './open-request';
import { Answerers, type MemberFacts } from './ports/answerers';
import { Matches } from './ports/matches';
import { askingMember } from './take-over-question';
import { toDate } from './settle';

/** Questions a member may ask within a day. */
const MOST_A_DAY = 20;

/** One side of a question asked signed in. */
export interface AskedPart {
  readonly requestId: string;
  readonly reference: string;
  readonly to: 'organization' | 'smartpar';
  readonly promisedOn: string;
}

/** Ids and references made before the act, so that trying again answers the same. */
type Made = { readonly ownId: string; readonly ownReference: string; readonly partId: string; readonly partReference: string };

/** A member asks their organization, SmartPAR, or both; no confirmation mail is needed. */
@Injectable()
export class AskMine {
  constructor(
    private readonly database: Database,
    private readonly openRequest: OpenRequest,
    private readonly handovers: HandoverRepository,
    private readonly delivery: DeliverHandover,
    private readonly answerers: Answerers,
    private readonly matches: Matches,
  ) {}

  /** @returns one part, or two where the question was split */
  async run(actor: MemberActor, asked: Asked, key: string): Promise<readonly AskedPart[]> {
    const parts = await this.database.tenant(actor, (tx) => this.ask(tx, actor.memberId, asked, key));
    return Promise.all(
      parts.map(async (part) =>
        part.to === 'smartpar' ? { ...part, promisedOn: (await this.delivery.run(actor.organizationId, part.requestId)) ?? part.promisedOn } : part,
      ),
    );
  }

  private async ask(tx: TenantTransaction, memberId: string, asked: Asked, key: string): Promise<readonly AskedPart[]> {
    const operation = 'privacy-request.ask';
    const made: Made = { ownId: newId(), ownReference: newReference(), partId: newId(), partReference: newReference() };
    const [{ reference, replayed }, [member], smartpar] = await Promise.all([
      once(tx, { key, operation, fingerprint: fingerprintOf(operation, { ...asked }) }, made),
      this.answerers.find(tx, [memberId]),
      this.matches.directUsers(tx),
    ]);
    if (member === undefined) throw notFound();
    if (!replayed && (await this.askedToday(tx, memberId)) >= MOST_A_DAY) throw tooManyMessages();
    const here = smartpar.organizationId === tx.organizationId;
    const to = here ? 'organization' : asked.to;
    return [
      ...(to === 'smartpar' ? [] : [await this.askHere(tx, member, asked, reference, to === 'both' ? 'organization' : 'whole')]),
      ...(to === 'organization' ? [] : [await this.askSmartpar(tx, member, asked, reference, smartpar.organizationId)]),
    ];
  }

  private async askHere(tx: TenantTransaction, member: MemberFacts, asked: Asked, made: Made, part: NewRequest['part']): Promise<AskedPart> {
    const promisedOn = await this.openRequest.run(tx, {
      id: made.ownId,
      reference: made.ownReference,
      kind: asked.aboutContact ? 'complaint' : asked.kind,
      part,
      member: askingMember(member),
      identifier: null,
      proved: true,
      replyAddress: null,
      locale: member.locale,
      askedAt: tx.at,
      text: asked.text,
      aboutContact: asked.aboutContact,
      typedOrganization: null,
      partOf: null,
    });
    return { requestId: made.ownId, reference: made.ownReference, to: 'organization', promisedOn };
  }

  private async askSmartpar(tx: TenantTransaction, member: MemberFacts, asked: Asked, made: Made, toOrganizationId: string): Promise<AskedPart> {
    const promisedOn = platformPromise(tx.at).toString();
    const id = made.partId;
    if ((await this.handovers.find(tx, id)) === null && member.email !== null) {
      const { memberId, email, locale } = member;
      const handover: Handover = {
        ...{ id, memberId, toOrganizationId, locale, promisedOn },
        requestId: null,
        reference: made.partReference,
        text: asked.text,
        identifier: email,
        proved: true,
        replyAddress: email,
        kind: asked.kind,
        askedAt: toDate(tx.at),
      };
      await this.handovers.add(tx, handover, { action: 'request-handover.sent', target: { noun: 'request-handover', id }, facts: { requestId: null } });
      await this.delivery.plan(tx, id);
    }
    return { requestId: id, reference: made.partReference, to: 'smartpar', promisedOn };
  }

  private async askedToday(tx: TenantTransaction, memberId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select ((select count(*) from privacy_requests where organization_id = $1 and member_id = $2 and asked_at > $3)
             + (select count(*) from request_handovers where organization_id = $1 and member_id = $2 and request_id is null and asked_at > $3))::int as count`,
      [tx.organizationId, memberId, tx.at.subtract({ hours: 24 })],
    );
    return row?.count ?? 0;
  }
}
