import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { isSubdivisionOf, type OrganizationChange, subdivisionElsewhere } from '@smartpar/organizations/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { NameListeners } from './name-listeners';
import type { OrganizationEntity } from './organization.entity';
import { type OrganizationPatch, OrganizationRepository } from './organization.repository';

const OPERATION = 'organization.change';

/** Changes the profile of an organization. */
@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationRepository,
    private readonly listeners: NameListeners,
  ) {}

  /**
   * @param change what is left out stays, `null` clears
   * @param key the act's idempotency key
   * @throws {DomainError} `organization.changed_meanwhile`, `organization.subdivision_elsewhere`
   */
  run(actor: MemberActor, change: OrganizationChange, key: string): Promise<void> {
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, change);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, {});
      if (!replayed) await this.apply(tx, change);
    });
  }

  private async apply(tx: TenantTransaction, { version, ...change }: OrganizationChange): Promise<void> {
    const before = await this.organizations.find(tx);
    if (before === null) throw notFound();
    const patch = placed(before, change);
    const changed = PATCHABLE.filter((field) => patch[field] !== undefined && patch[field] !== before[field]);
    const facts = {
      fields: changed.join(' '),
      ...(changed.includes('country') && { from: before.country, to: patch.country ?? before.country }),
      ...(changed.includes('decideWithinHours') && { fromHours: before.decideWithinHours, toHours: patch.decideWithinHours ?? before.decideWithinHours }),
    };
    await this.organizations.change(tx, version, patch, { action: 'organization.changed', target: { noun: 'organization', id: tx.organizationId }, facts });
    if (changed.includes('name')) await this.listeners.renamed(tx);
  }
}

const PATCHABLE = ['name', 'country', 'subdivision', 'timeZone', 'defaultLocale', 'decideWithinHours'] as const;

/** A subdivision belongs to its country: one that was left as it is goes with the country it was in. */
function placed(before: OrganizationEntity, change: OrganizationPatch): OrganizationPatch {
  const country = change.country ?? before.country;
  const subdivision = change.subdivision === undefined && country !== before.country ? null : change.subdivision;
  if (subdivision && !isSubdivisionOf(country, subdivision)) throw subdivisionElsewhere();
  return { ...change, subdivision };
}
