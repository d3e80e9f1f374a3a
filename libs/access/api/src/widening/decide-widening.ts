import { Injectable } from '@nestjs/common';
import { mayNotDecide, type MemberActor, obstacleTo, wideningSettled } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { AbilityHolders } from '../holders/ability-holders';
import { KnownActors } from '../known-actors';
import { mayObject } from './read-widenings';
import { SettleWidening } from './settle-widening';
import { toDecide, type WideningRow } from './widening-row';
import { forgetSettling } from './widening-work';
import { WideningRepository } from './widening.repository';

/** Somebody who does not gain from it agrees that a role sees more; whoever answers for access, or asked for it, leaves it as it is. */
@Injectable()
export class DecideWidening {
  constructor(
    private readonly database: Database,
    private readonly widenings: WideningRepository,
    private readonly holders: AbilityHolders,
    private readonly settling: SettleWidening,
    private readonly actors: KnownActors,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `standing_grant.widening_settled`, `decision.*`
   */
  approve(actor: MemberActor, id: string, key: string): Promise<void> {
    return this.act(actor, { id, operation: 'standing-grant.approve-widening', key }, async (tx, widening) => {
      const [gaining, rights] = await Promise.all([this.widenings.holdersOf(tx, [widening.role]), this.holders.rights(tx, 'standing-grant.decide')]);
      const obstacle = obstacleTo(toDecide(widening, gaining.get(widening.role) ?? []), actor.memberId, rights, tx.at);
      if (obstacle !== null) throw mayNotDecide(obstacle);
      await this.settling.approve(tx, widening, actor.memberId);
    });
  }

  /**
   * Leaves it as it is; whoever asked for it takes it back.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `standing_grant.widening_settled`, `decision.no_right`
   */
  refuse(actor: MemberActor, id: string, key: string): Promise<void> {
    return this.act(actor, { id, operation: 'standing-grant.refuse-widening', key }, async (tx, widening) => {
      if (widening.requestedBy === actor.memberId) return this.settling.close(tx, widening, 'withdrawn', actor.memberId);
      if (!mayObject(widening, await this.holders.rights(tx, 'standing-grant.decide'), actor.memberId)) throw mayNotDecide('no-right');
      await this.settling.close(tx, widening, 'refused', actor.memberId);
    });
  }

  private async act(
    actor: MemberActor,
    { id, operation, key }: { readonly id: string; readonly operation: string; readonly key: string },
    deed: (tx: TenantTransaction, widening: WideningRow) => Promise<void>,
  ): Promise<void> {
    await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, id) }, {});
      const widening = await this.widenings.lock(tx, id);
      if (widening === null) throw notFound();
      if (replayed) return;
      if (widening.state !== 'requested') throw wideningSettled();
      await forgetSettling(tx, id);
      await deed(tx, widening);
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
  }
}
