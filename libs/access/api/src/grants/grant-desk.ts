import { Injectable } from '@nestjs/common';
import type { GrantAct, MemberActor } from '@smartpar/access/model';
import type { Json } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities } from '../abilities';
import { allowedOr404 } from '../errors';
import { forgetOrganization } from '../invalidation';
import { KnownActors } from '../known-actors';
import { type GrantRow, standingOf } from './grant-row';
import { GrantRepository } from './grant.repository';

/** What somebody wants done with a grant. */
export interface GrantOrder {
  readonly grantId: string;
  /** what they must be allowed to do with it */
  readonly action: 'decide' | 'withdraw' | 'revoke';
  /** `grant.approve` */
  readonly operation: string;
  /** the Idempotency-Key header */
  readonly key: string;
  readonly content: Json;
}

/** What an act is done with. */
export interface GrantDeed {
  readonly tx: TenantTransaction;
  readonly actor: MemberActor;
  readonly grant: GrantRow;
}

/** Where everything done with a grant is done: once, within the tenant, by those who may, one after the other. */
@Injectable()
export class GrantDesk {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly grants: GrantRepository,
    private readonly actors: KnownActors,
  ) {}

  /**
   * Does one act with a grant that is there. Done before under the same key, it is not done again.
   * @throws {DomainError} `not_found` for a grant that is not there or not the actor's to act on, and whatever `deed` refuses with
   */
  async act(actor: MemberActor, order: GrantOrder, deed: (on: GrantDeed) => Promise<void>): Promise<GrantAct> {
    const { grantId, action, operation, key, content } = order;
    const attempt = { key, operation, fingerprint: fingerprintOf(operation, grantId, content) };
    const done = await this.database.tenant(actor, async (tx) => {
      const [{ replayed }, found] = await Promise.all([once(tx, attempt, {}), this.grants.lock(tx, grantId)]);
      const grant = allowedOr404(this.abilities.of(actor), action, 'grant', found);
      if (!replayed) {
        await deed({ tx, actor, grant });
        await forgetOrganization(tx);
      }
      return this.standing(tx, grantId);
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
    return done;
  }

  /**
   * Makes a grant once.
   * @param make makes it under the id it is given
   */
  async make(
    actor: MemberActor,
    order: Omit<GrantOrder, 'grantId' | 'action'> & { readonly id: string },
    make: (tx: TenantTransaction) => Promise<void>,
  ): Promise<GrantAct> {
    const { id, operation, key, content } = order;
    const attempt = { key, operation, fingerprint: fingerprintOf(operation, content) };
    const made = await this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, attempt, { grantId: id });
      if (!replayed) {
        await make(tx);
        await forgetOrganization(tx);
      }
      return this.standing(tx, reference.grantId);
    });
    this.actors.forgetOrganization(actor.organizationId);
    return made;
  }

  private async standing(tx: TenantTransaction, grantId: string): Promise<GrantAct> {
    const grant = await this.grants.lock(tx, grantId);
    if (grant === null) throw notFound();
    return { grantId, standing: standingOf(grant, tx.at) };
  }
}
