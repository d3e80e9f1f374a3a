import { Injectable } from '@nestjs/common';
import {
  type ApprovingGrant,
  endsTooSoon,
  type EndingGrant,
  type GrantAct,
  type GrantTerms,
  inWhosePlace,
  isWithin,
  mayNotDecide,
  type MemberActor,
  notNarrower,
  unknownPlace,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Deciders, obstacleFor, toDecide } from './deciders';
import { type GrantDeed, GrantDesk } from './grant-desk';
import { GrantMails } from './grant-mails';
import { GrantPeople } from './grant-people';
import { type GrantRow, termsOf } from './grant-row';
import { forgetLapse } from './grant-work';
import { GrantRepository } from './grant.repository';

/** Another person than whoever asked or gains says yes, less, or no. */
@Injectable()
export class DecideGrant {
  constructor(
    private readonly desk: GrantDesk,
    private readonly people: GrantPeople,
    private readonly deciders: Deciders,
    private readonly grants: GrantRepository,
    private readonly mails: GrantMails,
  ) {}

  /**
   * Allows what was asked for, or less.
   * @param given what is to differ from what was asked for
   * @throws {DomainError} `not_found`, `decision.*`, `grant.not_narrower`, `grant.unknown_place`, `grant.ends_too_soon`
   */
  approve(actor: MemberActor, grantId: string, given: ApprovingGrant, key: string): Promise<GrantAct> {
    return this.desk.act(actor, { grantId, action: 'decide', operation: 'grant.approve', key, content: { ...given } }, async (deed) => {
      const { tx, grant } = deed;
      const inPlaceOf = await this.rightOf(deed);
      const narrower = await this.narrowed(tx, grant, given);
      const { until } = narrower ?? termsOf(grant);
      if (until !== null && until.epochMilliseconds <= tx.at.epochMilliseconds) throw endsTooSoon('until');
      await this.grants.decide(
        tx,
        grantId,
        { state: 'approved', by: actor.memberId, inPlaceOf, words: null, narrower },
        { action: 'grant.approved', target: { noun: 'grant', id: grantId }, facts: { ...decided(grant, inPlaceOf), narrowed: narrower !== null } },
      );
      await forgetLapse(tx, grantId);
      await this.mails.tellConcerned(tx, grant, 'approved');
    });
  }

  /**
   * Refuses it, with a reason.
   * @throws {DomainError} `not_found`, `decision.*`
   */
  refuse(actor: MemberActor, grantId: string, { reason }: EndingGrant, key: string): Promise<GrantAct> {
    return this.desk.act(actor, { grantId, action: 'decide', operation: 'grant.refuse', key, content: { reason } }, async (deed) => {
      const { tx, grant } = deed;
      const inPlaceOf = await this.rightOf(deed);
      const words = { text: reason, salt: newSalt() };
      await this.grants.decide(
        tx,
        grantId,
        { state: 'refused', by: actor.memberId, inPlaceOf, words, narrower: null },
        { action: 'grant.refused', target: { noun: 'grant', id: grantId }, facts: { ...decided(grant, inPlaceOf), words: saltedHash(words.text, words.salt) } },
      );
      await forgetLapse(tx, grantId);
      await this.mails.tellConcerned(tx, grant, 'refused');
    });
  }

  /** @returns for whom whoever decides stands in; `null` where the right is their own. @throws {DomainError} `decision.*` */
  private async rightOf({ tx, actor, grant }: GrantDeed): Promise<string | null> {
    const rights = (await this.deciders.rightsOver(tx, [grant]))(grant);
    const obstacle = obstacleFor(grant, actor.memberId, rights, tx.at);
    if (obstacle !== null) throw mayNotDecide(obstacle);
    return inWhosePlace(toDecide(grant), actor.memberId, rights);
  }

  private async narrowed(tx: TenantTransaction, grant: GrantRow, { scope, until, ...given }: ApprovingGrant): Promise<GrantTerms | null> {
    if (scope === undefined && until === undefined && Object.values(given).every((value) => value === undefined)) return null;
    const asked = termsOf(grant);
    const resolved = scope === undefined ? asked.scope : await this.people.resolve(tx, scope);
    if (resolved === null) throw unknownPlace();
    const narrower: GrantTerms = {
      categories: given.categories ?? asked.categories,
      mode: given.mode ?? asked.mode,
      purposes: given.purposes ?? asked.purposes,
      scope: resolved,
      from: asked.from,
      until: until === undefined ? asked.until : Temporal.Instant.from(until),
    };
    if (!isWithin(narrower, asked)) throw notNarrower();
    return narrower;
  }
}

const decided = ({ granteeMemberId, requestedBy }: GrantRow, inPlaceOf: string | null) => ({ granteeMemberId, requestedBy, inPlaceOf });
