import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { type PrivacyContact, type PrivacyContactChange, unknownReference, withChange } from '@smartpar/organizations/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { KnownMembers } from './known-members';
import { PrivacyContactRepository } from './privacy-contact.repository';

const OPERATION = 'privacy-contact.change';

/** Names the people who answer privacy questions for an organization. */
@Injectable()
export class NamePrivacyContact {
  constructor(
    private readonly database: Database,
    private readonly contacts: PrivacyContactRepository,
    private readonly members: KnownMembers,
  ) {}

  /**
   * @param change what is left out stays, `null` clears
   * @param key the act's idempotency key
   * @throws {DomainError} `organization.changed_meanwhile`, `privacy_contact.unknown_member`
   */
  run(actor: MemberActor, change: PrivacyContactChange, key: string): Promise<void> {
    const fingerprint = fingerprintOf(OPERATION, actor.organizationId, change);
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, {});
      if (!replayed) await this.apply(tx, change);
    });
  }

  private async apply(tx: TenantTransaction, change: PrivacyContactChange): Promise<void> {
    const [before] = await Promise.all([this.contacts.find(tx), this.refuseStrangers(tx, change)]);
    const after = withChange(before, change);
    await this.contacts.replace(tx, change.version, after, {
      action: 'privacy-contact.named',
      target: { noun: 'privacy-contact', id: tx.organizationId },
      facts: factsOf(after),
    });
  }

  private async refuseStrangers(tx: TenantTransaction, change: PrivacyContactChange): Promise<void> {
    const linked = (['contact', 'substitute'] as const).flatMap((position) => {
      const memberId = change[position]?.memberId;
      return memberId ? [{ field: `${position}.memberId`, memberId }] : [];
    });
    if (linked.length === 0) return;
    const active = await this.members.activeOf(
      tx,
      linked.map(({ memberId }) => memberId),
    );
    const stranger = linked.find(({ memberId }) => !active.has(memberId));
    if (stranger !== undefined)
      throw unknownReference(stranger.field, 'privacy_contact.unknown_member', 'This is no active member of the organization. Choose somebody from the list.');
  }
}

const factsOf = ({ contact, substitute }: PrivacyContact) => ({
  contactNamed: contact !== null,
  contactMemberId: contact?.memberId ?? null,
  substituteNamed: substitute !== null,
  substituteMemberId: substitute?.memberId ?? null,
});
