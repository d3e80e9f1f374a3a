import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { holdLifted, type HoldView, type PlaceHold } from '@smartpar/retention/model';
import { HeldMembers } from './held-members';
import { HoldRepository, type SaltedWords } from './hold.repository';

const salted = (text: string): SaltedWords => ({ text, salt: newSalt() });

/** Places and lifts holds: what is held is removed by nothing, whatever was planned. */
@Injectable()
export class KeepHolds {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldRepository,
    private readonly members: HeldMembers,
  ) {}

  /** @throws {DomainError} `not_found` where there is no such member, or none any more */
  async ofMember(actor: MemberActor, memberId: string): Promise<readonly HoldView[]> {
    return this.database.tenant(actor, async (tx) => {
      if (!(await this.members.lock(tx, memberId))) throw notFound();
      return this.holds.ofMember(tx, memberId);
    });
  }

  /** @throws {DomainError} `not_found` */
  place(actor: MemberActor, memberId: string, hold: PlaceHold, key: string): Promise<readonly HoldView[]> {
    return this.database.tenant(actor, async (tx) => {
      const operation = 'hold.place';
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, memberId, { ...hold }) }, { id: newId() });
      // under the member's lock: either the hold is there before they are de-identified, or it comes too late and is refused
      if (!(await this.members.lock(tx, memberId))) throw notFound();
      if (!replayed) await this.placeWithin(tx, memberId, hold, reference.id);
      return this.holds.ofMember(tx, memberId);
    });
  }

  /** Places one beside something else that happens to the member, who is locked already. */
  placeWithin(tx: TenantTransaction, memberId: string, { ground, words: text }: PlaceHold, id = newId()): Promise<void> {
    const words = salted(text);
    const facts = { ground, holdId: id, words: saltedHash(words.text, words.salt) };
    return this.holds.place(tx, { id, memberId, ground, words }, { action: 'hold.placed', target: { noun: 'member', id: memberId }, facts });
  }

  /** @throws {DomainError} `not_found`, `hold.lifted` */
  lift(
    actor: MemberActor,
    { memberId, holdId }: { readonly memberId: string; readonly holdId: string },
    text: string,
    key: string,
  ): Promise<readonly HoldView[]> {
    return this.database.tenant(actor, async (tx) => {
      const operation = 'hold.lift';
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, holdId, text) }, {});
      if (!(await this.members.lock(tx, memberId))) throw notFound();
      if (!replayed) await this.liftWithin(tx, memberId, holdId, salted(text));
      return this.holds.ofMember(tx, memberId);
    });
  }

  private async liftWithin(tx: TenantTransaction, memberId: string, id: string, words: SaltedWords): Promise<void> {
    if (!(await this.holds.ofMember(tx, memberId)).some((hold) => hold.id === id)) throw notFound();
    const facts = { holdId: id, words: saltedHash(words.text, words.salt) };
    const entry = { action: 'hold.lifted', target: { noun: 'member', id: memberId }, facts };
    if (!(await this.holds.lift(tx, { id, memberId, words }, entry))) throw holdLifted();
  }
}
