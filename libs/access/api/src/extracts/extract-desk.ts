import { Injectable } from '@nestjs/common';
import type { ExtractAct, MemberActor } from '@smartpar/access/model';
import type { Json } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities } from '../abilities';
import { allowedOr404 } from '../errors';
import { type ExtractRow, standingOf } from './extract-row';
import { ExtractRepository } from './extract.repository';

/** What somebody wants done with an extract. */
export interface ExtractOrder {
  readonly extractId: string;
  /** what they must be allowed to do with it */
  readonly action: 'decide' | 'use';
  /** `extract.approve` */
  readonly operation: string;
  /** the Idempotency-Key header */
  readonly key: string;
  readonly content: Json;
}

/** What an act is done with. */
export interface ExtractDeed {
  readonly tx: TenantTransaction;
  readonly actor: MemberActor;
  readonly extract: ExtractRow;
}

/** Where everything done with an extract is done: once, within the tenant, by those who may, one after the other. */
@Injectable()
export class ExtractDesk {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly extracts: ExtractRepository,
  ) {}

  /**
   * Does one act with an extract that is there. Done before under the same key, it is not done again.
   * @throws {DomainError} `not_found` for an extract that is not there or not the actor's to act on, and whatever `deed` refuses with
   */
  act(actor: MemberActor, order: ExtractOrder, deed: (on: ExtractDeed) => Promise<void>): Promise<ExtractAct> {
    const { extractId, action, operation, key, content } = order;
    const attempt = { key, operation, fingerprint: fingerprintOf(operation, extractId, content) };
    return this.database.tenant(actor, async (tx) => {
      const [{ replayed }, found] = await Promise.all([once(tx, attempt, {}), this.extracts.lock(tx, extractId)]);
      const extract = allowedOr404(this.abilities.of(actor), action, 'extract', found);
      if (!replayed) await deed({ tx, actor, extract });
      return this.standing(tx, extractId);
    });
  }

  /**
   * Makes an extract once.
   * @param make makes it under the id it is given
   */
  make(
    actor: MemberActor,
    { id, operation, key, content }: Omit<ExtractOrder, 'extractId' | 'action'> & { readonly id: string },
    make: (tx: TenantTransaction) => Promise<void>,
  ): Promise<ExtractAct> {
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, content) }, { extractId: id });
      if (!replayed) await make(tx);
      return this.standing(tx, reference.extractId);
    });
  }

  private async standing(tx: TenantTransaction, extractId: string): Promise<ExtractAct> {
    const extract = await this.extracts.lock(tx, extractId);
    if (extract === null) throw notFound();
    return { extractId, standing: standingOf(extract, tx.at) };
  }
}
