import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import { plannedAt, sourceOf } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, stopMails } from '@smartpar/platform/mail';
import { ChangeMemberStatus } from '../change-member-status';
import type { LockedMember } from '../locked-member';
import { departedMail, type DepartedFacts } from '../mails/departed.mail';
import type { NamedOrganization } from '../organization-names';
import { BeginDeparture, type Going, type Gone } from './begin-departure';
import { LeavingFacts } from './leaving-facts';

/**
 * Lets a member go: entry to this organization ends at once, everything else waits. They are told how long they can come back, whom to ask and how
 * they reach their own requests; nothing is sent to somebody who died.
 */
@Injectable()
export class Depart {
  constructor(
    private readonly states: ChangeMemberStatus,
    private readonly beginning: BeginDeparture,
    private readonly facts: LeavingFacts,
  ) {}

  /**
   * @param member locked already
   * @throws {DomainError} `member.state_forbids`, `member.last_owner`
   */
  async within(tx: TenantTransaction, member: LockedMember, organization: NamedOrganization, going: Going): Promise<Gone> {
    await this.states.move(tx, member, 'deactivated', organization);
    const gone = await this.beginning.run(tx, member, going);
    if (going.cause === 'deceased') await stopMails(tx, member.id, addressesOf(member));
    else if (going.envelope === 'mail') await this.tell(tx, member, organization, gone);
    return gone;
  }

  private async tell(tx: TenantTransaction, member: LockedMember, { name: organization }: NamedOrganization, { graceUntil, made }: Gone): Promise<void> {
    const { organizationId, at: departedAt } = tx;
    const [contact, { memberDays }] = await Promise.all([this.facts.contact(tx), this.facts.keeping(tx, member.id)]);
    const facts: DepartedFacts = {
      organizationId,
      memberId: member.id,
      departedAt: departedAt.toString(),
      keyId: made?.keyId ?? '',
      organization,
      graceUntil: graceUntil.toString(),
      plannedAt: lastDay(departedAt, graceUntil, memberDays),
      contactName: contact?.name ?? null,
      contactEmail: contact?.email ?? null,
    };
    const mail = { locale: member.locale, facts, organizationId, subjectId: member.id };
    await enqueueMails(
      tx,
      departedMail,
      readByThemself(member).map((to) => ({ to, ...mail })),
    );
  }
}

/**
 * Where the code goes: to an address they confirmed as their own, and to no other then. The mailbox at work is somebody else's to open once they
 * have left, and the code opens their own questions, complaints among them.
 */
const readByThemself = (member: LockedMember): readonly string[] =>
  member.privateEmail !== null && sourceOf(member, 'privateEmail', member.privateEmail) === 'person' ? [member.privateEmail] : addressesOf(member);

const lastDay = (departedAt: Temporal.Instant, graceUntil: Temporal.Instant, memberDays: number): string =>
  plannedAt({ departedAt, graceUntil, memberDays }).toString();

/** Where a member is reached: at work, and at an address of their own where they gave one, since the one at work may be closed the same day. */
export const addressesOf = ({ email, privateEmail }: Pick<LockedMember, 'email' | 'privateEmail'>): readonly string[] =>
  [email, privateEmail].filter((address) => address !== null);
