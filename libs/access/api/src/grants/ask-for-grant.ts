import { Injectable } from '@nestjs/common';
import {
  type AskingForGrant,
  endsTooSoon,
  type GrantAct,
  type GrantScope,
  lastsTooLong,
  longestDays,
  type MemberActor,
  nobodyDecides,
  subject,
  unknownGrantee,
  unknownPlace,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound, Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { decideWithin } from '../decisions/decide-within';
import { Deciders } from './deciders';
import { GrantDesk } from './grant-desk';
import { GrantMails } from './grant-mails';
import { GrantPeople } from './grant-people';
import { planLapse } from './grant-work';
import { GrantRepository, type NewGrant } from './grant.repository';

/** Somebody asks to see data, for themselves or for another member; somebody else decides. */
@Injectable()
export class AskForGrant {
  constructor(
    private readonly desk: GrantDesk,
    private readonly abilities: Abilities,
    private readonly people: GrantPeople,
    private readonly deciders: Deciders,
    private readonly grants: GrantRepository,
    private readonly mails: GrantMails,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `grant.unknown_place`, `grant.unknown_grantee`, `grant.too_long`, `grant.ends_too_soon`, `grant.nobody_decides`
   */
  run(actor: MemberActor, wish: AskingForGrant, key: string): Promise<GrantAct> {
    const memberId = wish.forMemberId ?? actor.memberId;
    if (!this.abilities.of(actor).can('ask', subject('grant', { granteeMemberId: memberId, requestedBy: actor.memberId }))) throw notFound();
    const id = newId();
    return this.desk.make(actor, { id, operation: 'grant.ask', key, content: wish }, (tx) => this.ask(tx, { actor, wish, memberId, id }));
  }

  private async ask(tx: TenantTransaction, { actor, wish, memberId, id }: Omit<Asking, 'hours'>): Promise<void> {
    const about = await this.people.complainedOf(tx, wish.scope.kind === 'request' ? [wish.scope.id] : []);
    const [scope, [grantee], deciders, hours] = await Promise.all([
      this.people.resolve(tx, wish.scope),
      this.people.reachable(tx, [memberId]),
      this.deciders.reachable(tx, [actor.memberId, memberId, ...about.values()]),
      decideWithin(tx),
    ]);
    if (scope === null) throw unknownPlace();
    if (grantee === undefined) throw unknownGrantee('forMemberId');
    if (deciders.length === 0) throw nobodyDecides();
    const grant = wantedGrant(tx.at, { actor, wish, memberId, id, hours }, scope);
    await this.grants.add(tx, grant, {
      action: 'grant.requested',
      target: { noun: 'grant', id },
      facts: { granteeMemberId: memberId, ...factsOf(grant), reason: saltedHash(grant.reason.text, grant.reason.salt) },
    });
    if (grant.lapsesAt !== null) await planLapse(tx, id, grant.lapsesAt);
    await this.mails.tellDeciders(tx, { id, hours }, deciders);
  }
}

interface Asking {
  readonly actor: MemberActor;
  readonly wish: AskingForGrant;
  /** who is to see it */
  readonly memberId: string;
  readonly id: string;
  /** how long it waits for a decision */
  readonly hours: number;
}

function wantedGrant(at: Temporal.Instant, { actor, wish, memberId, id, hours }: Asking, scope: GrantScope): NewGrant {
  const [from, until] = [wish.from === null ? null : Temporal.Instant.from(wish.from), Temporal.Instant.from(wish.until)];
  requireFits({ from: from ?? at, until, at }, longestDays(wish.categories));
  const waits = at.add({ hours });
  return {
    id,
    grantee: { kind: 'member', memberId },
    categories: wish.categories,
    mode: wish.mode,
    purposes: wish.purposes,
    scope,
    from,
    until,
    requestedBy: actor.memberId,
    reason: { text: wish.reason, salt: newSalt() },
    lapsesAt: Temporal.Instant.compare(waits, until) < 0 ? waits : until,
  };
}

/** A stretch of time somebody asks for. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** now */
  readonly at: Temporal.Instant;
}

/** @throws {DomainError} `grant.too_long`, `grant.ends_too_soon` */
export function requireFits({ from, until, at }: Stretch, days: number): void {
  const begin = from.epochMilliseconds > at.epochMilliseconds ? from : at;
  if (until.epochMilliseconds <= begin.epochMilliseconds) throw endsTooSoon('until');
  if (until.epochMilliseconds > at.add({ hours: days * 24 }).epochMilliseconds) throw lastsTooLong('until', days);
}

/** What the log says of a grant's terms. */
export const factsOf = ({ categories, mode, purposes, scope, until }: NewGrant): Readonly<Record<string, string>> => ({
  categories: categories.join(' '),
  mode,
  purposes: purposes.join(' '),
  scope: scope.kind,
  until: until.toString(),
});
