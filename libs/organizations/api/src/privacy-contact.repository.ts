import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { Injectable } from '@nestjs/common';
import { changedMeanwhile, CONTACT_POSITIONS, type ContactPosition, type PrivacyContact } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationEntity } from './organization.entity';
import { PrivacyContactEntity } from './privacy-contact.entity';

/** The named contacts as they are kept. */
@Injectable()
export class PrivacyContactRepository {
  /** The contact and who stands in. */
  async find(tx: TenantTransaction): Promise<PrivacyContact> {
    const rows = await tx.manager.findBy(PrivacyContactEntity, { organizationId: tx.organizationId });
    const at = (position: ContactPosition) => rows.find((row) => row.position === position) ?? null;
    return { contact: at('contact'), substitute: at('substitute') };
  }

  /**
   * Puts the contact and who stands in in place of what was there.
   * @param version the version the change was made on
   * @throws {DomainError} `organization.changed_meanwhile` when that is no longer the version kept
   */
  async replace(tx: TenantTransaction, version: number, contacts: PrivacyContact, entry: AuditEntry): Promise<void> {
    const { organizationId } = tx;
    const { affected } = await tx.manager.update(OrganizationEntity, { organizationId, contactsVersion: version }, { contactsVersion: version + 1 });
    if (affected !== 1) throw changedMeanwhile();
    await tx.manager.delete(PrivacyContactEntity, { organizationId });
    const named = CONTACT_POSITIONS.flatMap((position) => {
      const person = contacts[position];
      return person === null ? [] : [rowOf(organizationId, position, person)];
    });
    if (named.length > 0) await tx.manager.insert(PrivacyContactEntity, named);
    await recordEntry(tx, entry);
  }
}

const rowOf = (organizationId: string, position: ContactPosition, person: NonNullable<PrivacyContact['contact']>): PrivacyContactEntity => ({
  organizationId,
  position,
  memberId: person.memberId,
  name: person.name,
  email: person.email,
  postalAddress: person.postalAddress,
  languages: [...person.languages],
});
