import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { type LegalEntity, type LegalEntityInput, MAX_LEGAL_ENTITIES, tooManyOf } from '@smartpar/organizations/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { LegalEntityRepository } from './legal-entity.repository';

/** Keeps the list of an organization's legal entities. */
@Injectable()
export class KeepLegalEntities {
  constructor(
    private readonly database: Database,
    private readonly entities: LegalEntityRepository,
  ) {}

  /** All of them, by name. */
  list(actor: MemberActor): Promise<LegalEntity[]> {
    return this.database.tenant(actor, (tx) => this.entities.list(tx));
  }

  /** @throws {DomainError} `legal_entity.too_many` */
  add(actor: MemberActor, fields: LegalEntityInput, key: string): Promise<LegalEntity> {
    const fingerprint = fingerprintOf('legal-entity.add', actor.organizationId, fields);
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: 'legal-entity.add', fingerprint }, { id: newId() });
      if (replayed) return this.found(tx, reference.id);
      if ((await this.entities.count(tx)) >= MAX_LEGAL_ENTITIES) throw tooManyOf('legal_entity', MAX_LEGAL_ENTITIES);
      await this.entities.add(tx, reference.id, fields, entryOf('added', reference.id));
      return this.found(tx, reference.id);
    });
  }

  /** @throws {DomainError} `organization.changed_meanwhile` */
  replace(actor: MemberActor, id: string, { version, ...fields }: LegalEntityInput & { version: number }, key: string): Promise<LegalEntity> {
    const fingerprint = fingerprintOf('legal-entity.replace', actor.organizationId, id, { version, ...fields });
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'legal-entity.replace', fingerprint }, { id });
      if (!replayed) await this.entities.replace(tx, { id, version }, fields, entryOf('changed', id));
      return this.found(tx, id);
    });
  }

  /** @throws {DomainError} `legal_entity.in_use` while sites are under it */
  remove(actor: MemberActor, id: string, key: string): Promise<void> {
    const fingerprint = fingerprintOf('legal-entity.remove', actor.organizationId, id);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'legal-entity.remove', fingerprint }, { id });
      if (!replayed) await this.entities.remove(tx, id, entryOf('removed', id));
    });
  }

  private async found(tx: TenantTransaction, id: string): Promise<LegalEntity> {
    const entity = await this.entities.find(tx, id);
    if (entity === null) throw notFound();
    return entity;
  }
}

const entryOf = (deed: 'added' | 'changed' | 'removed', id: string): AuditEntry => ({
  action: `legal-entity.${deed}`,
  target: { noun: 'legal-entity', id },
  facts: {},
});
