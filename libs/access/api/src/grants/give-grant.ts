import { Injectable } from '@nestjs/common';
import {
  endsTooSoon,
  givesToThemselves,
  type GivingGrant,
  type GrantAct,
  lastsTooLong,
  LONGEST_REVIEW_DAYS,
  type MemberActor,
  unknownGrantee,
  unknownPlace,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, Temporal } from '@smartpar/kernel';
import { isForeignKeyViolation, type TenantTransaction } from '@smartpar/platform/database';
import { factsOf } from './ask-for-grant';
import { GrantDesk } from './grant-desk';
import { GrantPeople } from './grant-people';
import { GrantRepository, type NewGrant } from './grant.repository';

/** An owner lets a role or a group see something until it is reviewed; never one they gain from themselves. */
@Injectable()
export class GiveGrant {
  constructor(
    private readonly desk: GrantDesk,
    private readonly people: GrantPeople,
    private readonly grants: GrantRepository,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `grant.own`, `grant.unknown_grantee`, `grant.unknown_place`, `grant.too_long`, `grant.ends_too_soon`
   */
  run(actor: MemberActor, gift: GivingGrant, key: string): Promise<GrantAct> {
    const id = newId();
    return this.desk.make(actor, { id, operation: 'grant.give', key, content: gift }, (tx) => this.give(tx, actor, gift, id));
  }

  private async give(tx: TenantTransaction, actor: MemberActor, gift: GivingGrant, id: string): Promise<void> {
    if (await this.gains(tx, actor, gift.to)) throw givesToThemselves();
    const scope = await this.people.resolve(tx, gift.scope);
    if (scope === null) throw unknownPlace();
    const until = reviewedBy(tx.at, gift.reviewAt);
    const { to, categories, mode, purposes, reason } = gift;
    const grant: NewGrant = {
      ...{ id, grantee: to, categories, mode, purposes, scope, from: null, until },
      requestedBy: actor.memberId,
      reason: { text: reason, salt: newSalt() },
      lapsesAt: null,
    };
    const facts = { grantee: to.kind === 'role' ? to.role : to.groupId, ...factsOf(grant), reason: saltedHash(grant.reason.text, grant.reason.salt) };
    await this.grants.add(tx, grant, { action: 'grant.given', target: { noun: 'grant', id }, facts }).catch((error: unknown) => {
      // the group was there a moment ago
      throw isForeignKeyViolation(error) ? unknownGrantee('to') : error;
    });
  }

  private async gains(tx: TenantTransaction, actor: MemberActor, to: GivingGrant['to']): Promise<boolean> {
    if (to.kind === 'role') return actor.roles.includes(to.role);
    const within = await this.people.isInGroup(tx, to.groupId, actor.memberId);
    if (within === null) throw unknownGrantee('to');
    return within;
  }
}

/** @throws {DomainError} `grant.too_long`, `grant.ends_too_soon` */
function reviewedBy(at: Temporal.Instant, reviewAt: string): Temporal.Instant {
  const until = Temporal.Instant.from(reviewAt);
  if (until.epochMilliseconds <= at.epochMilliseconds) throw endsTooSoon('reviewAt');
  if (until.epochMilliseconds > at.add({ hours: LONGEST_REVIEW_DAYS * 24 }).epochMilliseconds) throw lastsTooLong('reviewAt', LONGEST_REVIEW_DAYS);
  return until;
}
