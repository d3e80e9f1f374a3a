import { Injectable } from '@nestjs/common';
import {
  agreedOutcome,
  type GiveViolationOpinion,
  inWhosePlace,
  type MemberActor,
  mayDecide,
  type RightToDecide,
  VIOLATION_REVIEW_DAYS,
  violationNotToDecide,
  type ViolationOutcome,
  violationSettled,
  type ViolationView,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities } from '../abilities';
import { allowedOr404 } from '../errors';
import { forgetAccount } from '../invalidation';
import { AbilityHolders } from '../holders/ability-holders';
import { KnownActors } from '../known-actors';
import { CasePeople } from './case-people';
import { holdMembers } from './hold-members';
import { ReadViolations } from './read-violations';
import { roundOf } from './violation-round';
import { type OpinionRow, stateOf, type ViolationRow } from './violation-row';
import { ViolationMails } from './violation-mails';
import { forgetLapse, planLapse } from './violation-work';
import { ViolationRepository } from './violation.repository';

const OPERATION = 'violation.opinion';

/** Two people who did not report it decide whether somebody gets their access back. */
@Injectable()
export class DecideViolation {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly people: CasePeople,
    private readonly violations: ViolationRepository,
    private readonly mails: ViolationMails,
    private readonly reading: ReadViolations,
    private readonly actors: KnownActors,
    private readonly holders: AbilityHolders,
  ) {}

  /**
   * Says what one person thinks; the second who agrees decides.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `violation.settled`, `violation.opinion_given`, `violation.not_yours_to_decide`
   */
  async run(actor: MemberActor, violationId: string, opinion: GiveViolationOpinion, key: string): Promise<ViolationView> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, violationId, opinion) };
    const view = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      const known = await this.violations.find(tx, violationId);
      if (known !== null) await holdMembers(tx, [known.memberId, actor.memberId]);
      const found = await this.violations.lock(tx, violationId);
      const violation = allowedOr404(this.abilities.of(actor), 'decide', 'violation', found);
      if (!replayed) await this.say(tx, actor, violation, opinion);
      return this.reading.present(tx, actor, violationId);
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
    return view;
  }

  private async say(tx: TenantTransaction, { memberId }: MemberActor, violation: ViolationRow, { outcome, words }: GiveViolationOpinion): Promise<void> {
    const state = stateOf(violation, tx.at);
    const round = roundOf(state);
    if (round === null || (state === 'confirmed' && outcome === 'confirm')) throw violationSettled();
    const [{ id }, salt] = [violation, newSalt()];
    const [before, rights] = await Promise.all([this.violations.opinions(tx, id), this.holders.rights(tx, 'violation.decide')]);
    const free = unused(
      rights,
      memberId,
      before.filter((one) => one.round === round),
    );
    if (!mayDecide(toDecide(violation), memberId, free, tx.at)) throw violationNotToDecide();
    const inPlaceOf = inWhosePlace(toDecide(violation), memberId, free);
    const facts = { round, outcome, inPlaceOf, words: saltedHash(words, salt) };
    await this.violations.addOpinion(
      tx,
      { violationId: id, round, byMemberId: memberId, inPlaceOf, outcome, words, salt },
      { action: 'violation.opinion-given', target: { noun: 'violation', id }, facts },
    );
    const opinions = (await this.violations.opinions(tx, id)).filter((one) => one.round === round);
    const agreed = agreedOutcome(opinions);
    if (agreed !== null) await this.settle(tx, violation, agreed);
    else if (opinions.length === 1 && outcome === 'confirm') await this.wait(tx, violation);
  }

  private async settle(tx: TenantTransaction, violation: ViolationRow, agreed: ViolationOutcome): Promise<void> {
    const { id, memberId } = violation;
    const state = agreed === 'lift' ? 'lifted' : 'confirmed';
    await this.violations.settle(tx, id, state, entryOf(`violation.${state}`, id));
    await forgetLapse(tx, id);
    const person = await this.people.lock(tx, memberId);
    if (person !== null && person.accountId !== null) await forgetAccount(tx, person.accountId);
    await this.mails.settled(tx, violation, state);
  }

  /** Somebody else has looked into it, so that it does not lapse before a second one had time to. */
  private async wait(tx: TenantTransaction, { id }: ViolationRow): Promise<void> {
    const lapsesAt = tx.at.add({ hours: 24 * VIOLATION_REVIEW_DAYS });
    await this.violations.extend(tx, id, lapsesAt, entryOf('violation.extended', id));
    await forgetLapse(tx, id);
    await planLapse(tx, id, lapsesAt);
  }
}

/** Two people decide by two rights: what one of them has used, whoever stands in for them does not use again, nor they what a deputy used in their place. */
const unused = (rights: readonly RightToDecide[], memberId: string, opinions: readonly OpinionRow[]): readonly RightToDecide[] => {
  const used = new Set(opinions.filter(({ byMemberId }) => byMemberId !== memberId).map(({ byMemberId, inPlaceOf }) => inPlaceOf ?? byMemberId));
  return rights.filter(({ ofMemberId }) => !used.has(ofMemberId));
};

const entryOf = (action: string, id: string): AuditEntry => ({ action, target: { noun: 'violation', id }, facts: {} });

/** What was confirmed is looked into anew for as long as it lasts. */
function toDecide({ state, memberId, reportedById, reportedAt, lapsesAt }: ViolationRow): Parameters<typeof mayDecide>[0] {
  const [requestedAt, concerned] = [toInstant(reportedAt), [memberId, reportedById]];
  if (state !== 'confirmed') return { state: 'requested', requestedAt, lapsesAt: toInstant(lapsesAt), concerned };
  return { state: 'requested', requestedAt, lapsesAt: FAR, concerned };
}

const FAR = toInstant(new Date('9999-12-31T00:00:00Z'));
