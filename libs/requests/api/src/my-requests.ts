import { Injectable } from '@nestjs/common';
import type { Actor, MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { type MyAdministrator, type OwnRequestView, SMARTPAR_CONTACT } from '@smartpar/requests/model';
import { ContinueRequest } from './continue-request';
import { HandoverRepository } from './handover.repository';
import { contactOf, OwnRequest } from './own-request';
import { Administrators } from './ports/administrators';
import type { Done } from './request-desk';

/** A signed-in member's own requests, where they were asked and where a part of them was handed over. */
@Injectable()
export class MyRequests {
  constructor(
    private readonly database: Database,
    private readonly administrators: Administrators,
    private readonly ownRequest: OwnRequest,
    private readonly handovers: HandoverRepository,
    private readonly continueRequest: ContinueRequest,
  ) {}

  /** Who administers the member's account: the contact of their site where it names one, else the organization's. */
  administrator(actor: MemberActor): Promise<MyAdministrator> {
    return this.database.tenant(actor, async (tx) => {
      const [{ name, contact, substitute }, site] = await Promise.all([this.administrators.within(tx), this.administrators.atSiteOf(tx, actor.memberId)]);
      const named = site?.contact ?? contact;
      return {
        organization: name,
        legalEntity: site?.legalEntity ?? null,
        contact: named === null ? null : contactOf(named),
        substitute: substitute === null ? null : contactOf(substitute),
        smartpar: { email: SMARTPAR_CONTACT },
      };
    });
  }

  /** @throws {DomainError} not_found */
  async read(actor: MemberActor, requestId: string): Promise<OwnRequestView> {
    return (await this.ownRequest.find(actor, requestId)) ?? this.ownRequest.read(await this.elsewhere(actor, requestId), requestId);
  }

  /** @throws {DomainError} not_found, request.full, request.too_many_messages */
  async append(actor: MemberActor, requestId: string, text: string, key: string): Promise<Done> {
    const here = (await this.ownRequest.find(actor, requestId)) !== null;
    return this.continueRequest.run(here ? actor : await this.elsewhere(actor, requestId), requestId, text, key);
  }

  /** As whom the member acts on what was handed over: as the person it came from, who needs no link because they are signed in. */
  private elsewhere(actor: MemberActor, requestId: string): Promise<Actor> {
    return this.database.tenant(actor, async (tx) => {
      const handover = await this.handovers.find(tx, requestId);
      if (handover === null || handover.memberId !== actor.memberId) throw notFound();
      return { kind: 'person', organizationId: handover.toOrganizationId, requestId };
    });
  }
}
