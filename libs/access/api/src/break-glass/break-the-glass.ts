import { Injectable } from '@nestjs/common';
import {
  BREAK_GLASS_MINUTES,
  BREAK_GLASS_REVIEW_DAYS,
  type BreakGlass,
  breakGlassOwn,
  type BreakGlassReview,
  breakGlassReviewed,
  breakGlassRunning,
  type BreakingGlass,
  mayReview,
  type MemberActor,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { forgetOrganization } from '../invalidation';
import { AbilityHolders } from '../holders/ability-holders';
import { KnownActors } from '../known-actors';
import { BreakGlassMails } from './break-glass-mails';
import { forgetReview, planReview } from './break-glass-work';
import { BreakGlassRepository, breakGlassOf } from './break-glass.repository';

/** Somebody looks at once, since nobody can be asked; everybody who could have been asked is told, and one of them judges it afterwards. */
@Injectable()
export class BreakTheGlass {
  constructor(
    private readonly database: Database,
    private readonly broken: BreakGlassRepository,
    private readonly mails: BreakGlassMails,
    private readonly actors: KnownActors,
    private readonly holders: AbilityHolders,
  ) {}

  /**
   * Begins an hour in which the named data can be looked at.
   * @param key the act's idempotency key
   * @throws {DomainError} `break_glass.running`
   */
  run(actor: MemberActor, { ground, categories, words }: BreakingGlass, key: string): Promise<BreakGlass> {
    const fingerprint = fingerprintOf('break-glass.begin', { ground, categories, words });
    return this.changing(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: 'break-glass.begin', fingerprint }, { id: newId() });
      if (replayed) return reference.id;
      if (await this.broken.isRunning(tx, actor.memberId)) throw breakGlassRunning();
      const { id } = reference;
      const salted = { text: words, salt: newSalt() };
      const reviewBy = tx.at.add({ hours: 24 * BREAK_GLASS_REVIEW_DAYS });
      const facts = { ground, categories: categories.join(' '), minutes: BREAK_GLASS_MINUTES, words: saltedHash(salted.text, salted.salt) };
      const until = tx.at.add({ minutes: BREAK_GLASS_MINUTES });
      const { memberId, roles } = actor;
      const begun = { id, memberId, roles, ground, categories, words: salted, until, reviewBy };
      await this.broken.add(tx, begun, { action: 'break-glass.begun', target: { noun: 'break-glass', id }, facts });
      await planReview(tx, id, reviewBy);
      await this.mails.tell(tx, 'begun', { id, memberId, ground });
      return id;
    });
  }

  /** Ends one's own before the hour is over. @param key the act's idempotency key @throws {DomainError} `not_found` */
  async end(actor: MemberActor, id: string, key: string): Promise<BreakGlass> {
    return this.changing(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'break-glass.end', fingerprint: fingerprintOf('break-glass.end', id) }, {});
      const found = await this.broken.lock(tx, id);
      if (found === null || found.memberId !== actor.memberId) throw notFound();
      const runs = toInstant(found.until).epochMilliseconds > tx.at.epochMilliseconds;
      if (!replayed && runs) await this.broken.end(tx, id, { action: 'break-glass.ended', target: { noun: 'break-glass', id }, facts: {} });
      return id;
    });
  }

  /**
   * Says whether it was justified.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `break_glass.own`, `break_glass.reviewed`
   */
  review(actor: MemberActor, id: string, { outcome, words }: BreakGlassReview, key: string): Promise<BreakGlass> {
    const fingerprint = fingerprintOf('break-glass.review', id, { outcome, words });
    return this.changing(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'break-glass.review', fingerprint }, {});
      const found = await this.broken.lock(tx, id);
      if (found === null) throw notFound();
      if (replayed) return id;
      if (found.memberId === actor.memberId) throw breakGlassOwn();
      if (!mayReview(await this.holders.rights(tx, 'break-glass.review'), actor.memberId, found.memberId)) throw breakGlassOwn();
      if (found.outcome !== null) throw breakGlassReviewed();
      const salted = { text: words, salt: newSalt() };
      const facts = { outcome, overdue: toInstant(found.reviewBy).epochMilliseconds <= tx.at.epochMilliseconds, words: saltedHash(salted.text, salted.salt) };
      const entry = { action: 'break-glass.reviewed', target: { noun: 'break-glass', id }, facts };
      await this.broken.review(tx, id, { outcome, words: salted, by: actor.memberId }, entry);
      await forgetReview(tx, id);
      await this.mails.tellReviewed(tx, { id, memberId: found.memberId, ground: found.ground }, outcome);
      return id;
    });
  }

  /** What changes what somebody may see is heard everywhere once it is kept; this process does not wait for that. */
  private async changing(actor: MemberActor, work: (tx: TenantTransaction) => Promise<string>): Promise<BreakGlass> {
    const seen = await this.database.tenant(actor, async (tx) => {
      const id = await work(tx);
      await forgetOrganization(tx);
      const [row] = await this.broken.read(tx, 'b.id = $2', [id]);
      if (row === undefined) throw notFound();
      return breakGlassOf(row, actor.memberId, tx.at);
    });
    this.actors.forgetOrganization(actor.organizationId);
    return seen;
  }
}
