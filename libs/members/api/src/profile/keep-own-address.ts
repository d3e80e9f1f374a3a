import { Injectable } from '@nestjs/common';
import { type MemberActor, systemActor } from '@smartpar/access/model';
import { isId, newId, notFound } from '@smartpar/kernel';
import { addressAskedJustNow, addressLinkSpent, addressNotPrivate } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, LinkTokens, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { type LockedMember, lockMember } from '../locked-member';
import { CONFIRM_ADDRESS_PURPOSE, confirmAddressMail } from '../mails/confirm-address.mail';
import { OrganizationNames } from '../organization-names';
import { OwnAddressRepository } from './own-address.repository';
import { ownAddressEntry, planForgetting } from './own-address-work';
import { ProfileRepository } from './profile.repository';
import { correctedEntry } from './write-profile';

const PROPOSE = 'own-profile.propose-address';
const REMOVE = 'own-profile.remove-address';

/** How long after one address the next may be asked: whoever owns it never wanted a mail. */
const PAUSE_SECONDS = 60;

/** A member gives their organization an address of their own. It counts once it has said yes. */
@Injectable()
export class KeepOwnAddress {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationNames,
    private readonly proposals: OwnAddressRepository,
    private readonly profiles: ProfileRepository,
    private readonly tokens: LinkTokens,
  ) {}

  /**
   * Asks an address. Until it says yes, the one before stays.
   * @throws {DomainError} `member.address_not_private` for the work address, `member.address_asked_just_now`
   */
  async propose(actor: MemberActor, email: string, key: string): Promise<void> {
    await this.database.tenant(actor, async (tx) => {
      const attempt = { key, operation: PROPOSE, fingerprint: fingerprintOf(PROPOSE, email) };
      const [{ replayed, reference }, member] = await Promise.all([once(tx, attempt, { id: newId() }), this.own(tx, actor.memberId)]);
      if (replayed) return;
      if (member.email !== null && foldAddress(email) === foldAddress(member.email)) throw addressNotPrivate();
      await this.refuseTooSoon(tx, member.id);
      const facts = { organizationId: tx.organizationId, memberId: member.id, proposalId: reference.id };
      const { name: organization } = await this.organizations.within(tx);
      await this.proposals.propose(tx, member.id, { id: reference.id, email }, ownAddressEntry('proposed', member.id));
      await planForgetting(tx, member.id);
      await enqueueMail(tx, confirmAddressMail, { to: email, locale: member.locale, facts: { ...facts, organization } });
    });
  }

  /**
   * The address says yes.
   * @throws {DomainError} 410 where the link no longer works
   */
  async confirm(token: string): Promise<void> {
    const [organizationId, memberId, proposalId] = this.tokens.open(CONFIRM_ADDRESS_PURPOSE, token) ?? [];
    if (!isId(organizationId) || !isId(memberId) || !isId(proposalId)) throw addressLinkSpent();
    await this.database.tenant(systemActor(organizationId, 'address-link'), async (tx) => {
      const member = await lockMember(tx, memberId);
      const email = member === null ? null : await this.proposals.take(tx, memberId, proposalId, ownAddressEntry('confirmed', memberId));
      if (email === null) throw addressLinkSpent();
      await this.write(tx, memberId, email);
    });
  }

  /** Takes the address away, and one that was asked. */
  async remove(actor: MemberActor, key: string): Promise<void> {
    await this.database.tenant(actor, async (tx) => {
      const attempt = { key, operation: REMOVE, fingerprint: fingerprintOf(REMOVE) };
      const [{ replayed }, member] = await Promise.all([once(tx, attempt, {}), this.own(tx, actor.memberId)]);
      if (replayed) return;
      await this.proposals.withdraw(tx, member.id, ownAddressEntry('withdrawn', member.id));
      if (member.privateEmail !== null) await this.write(tx, member.id, null);
    });
  }

  private write(tx: TenantTransaction, memberId: string, privateEmail: string | null): Promise<void> {
    return this.profiles.write(tx, { memberId, source: 'person', values: { privateEmail } }, correctedEntry(memberId, ['privateEmail'], 'person'));
  }

  private async own(tx: TenantTransaction, memberId: string): Promise<LockedMember> {
    const member = await lockMember(tx, memberId);
    if (member === null) throw notFound();
    return member;
  }

  private async refuseTooSoon(tx: TenantTransaction, memberId: string): Promise<void> {
    const before = await this.proposals.askedAt(tx, memberId);
    const left = before === null ? 0 : PAUSE_SECONDS - before.until(tx.at).total('seconds');
    if (left > 0) throw addressAskedJustNow(Math.ceil(left));
  }
}
