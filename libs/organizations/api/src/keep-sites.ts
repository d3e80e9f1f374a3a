import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { MAX_SITES, type Site, type SiteInput, tooManyOf } from '@smartpar/organizations/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { SiteRepository } from './site.repository';

/** Keeps the list of an organization's sites. */
@Injectable()
export class KeepSites {
  constructor(
    private readonly database: Database,
    private readonly sites: SiteRepository,
  ) {}

  /** All of them, by name. */
  list(actor: MemberActor): Promise<Site[]> {
    return this.database.tenant(actor, (tx) => this.sites.list(tx));
  }

  /** @throws {DomainError} `site.too_many`, `site.unknown_legal_entity` */
  add(actor: MemberActor, fields: SiteInput, key: string): Promise<Site> {
    const fingerprint = fingerprintOf('site.add', actor.organizationId, fields);
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation: 'site.add', fingerprint }, { id: newId() });
      if (replayed) return this.found(tx, reference.id);
      if ((await this.sites.count(tx)) >= MAX_SITES) throw tooManyOf('site', MAX_SITES);
      await this.sites.add(tx, reference.id, fields, entryOf('added', reference.id, fields));
      return this.found(tx, reference.id);
    });
  }

  /** @throws {DomainError} `organization.changed_meanwhile`, `site.unknown_legal_entity` */
  replace(actor: MemberActor, id: string, { version, ...fields }: SiteInput & { version: number }, key: string): Promise<Site> {
    const fingerprint = fingerprintOf('site.replace', actor.organizationId, id, { version, ...fields });
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'site.replace', fingerprint }, { id });
      if (!replayed) await this.sites.replace(tx, { id, version }, fields, entryOf('changed', id, fields));
      return this.found(tx, id);
    });
  }

  /** @throws {DomainError} `site.in_use` while members belong to it */
  remove(actor: MemberActor, id: string, key: string): Promise<void> {
    const fingerprint = fingerprintOf('site.remove', actor.organizationId, id);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: 'site.remove', fingerprint }, { id });
      if (!replayed) await this.sites.remove(tx, id, entryOf('removed', id));
    });
  }

  private async found(tx: TenantTransaction, id: string): Promise<Site> {
    const site = await this.sites.find(tx, id);
    if (site === null) throw notFound();
    return site;
  }
}

const entryOf = (deed: 'added' | 'changed' | 'removed', id: string, fields?: SiteInput): AuditEntry => ({
  action: `site.${deed}`,
  target: { noun: 'site', id },
  facts: fields === undefined ? {} : { legalEntityId: fields.legalEntityId, ownContact: fields.contactName !== null },
});
