import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { newId, Temporal } from '@smartpar/kernel';
import { INVITATION_LIFETIME, INVITATION_PAUSE_SECONDS, invitedJustNow, mayBeInvited, type MemberAct, stateForbids } from '@smartpar/members/model';
import { InvitationRepository } from './invitation.repository';
import { BeginDeparture } from './life/begin-departure';
import type { LockedMember } from './locked-member';
import { MemberDesk, type MemberOrder } from './member-desk';
import { MemberRepository } from './member.repository';
import { sendInvitation } from './send-invitation';

/** Sends invitations again, and withdraws them. */
@Injectable()
export class RenewInvitation {
  constructor(
    private readonly desk: MemberDesk,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly departures: BeginDeparture,
  ) {}

  /**
   * Sends an invitation to somebody who has nothing to sign in with yet; the link of any earlier one opens nothing any more.
   * @param as what the actor has to be allowed: whoever invites may, and whoever only helps may, too
   * @throws {DomainError} `not_found`, `member.state_forbids`, 429 `invitation.sent_just_now`
   */
  send(actor: MemberActor, memberId: string, key: string, as: 'invite' | 'resend-invitation' = 'invite'): Promise<MemberAct> {
    return this.desk.act(actor, { ...orderOf('send', memberId, key), action: as }, async ({ tx, member, organization }) => {
      requireInvitable(member);
      requirePause(member, tx.at);
      const invitationId = newId();
      const entry = { action: 'member-invitation.sent', target: { noun: 'member', id: memberId }, facts: {} };
      const { email: to, locale } = member;
      if (to === null) throw stateForbids();
      await this.invitations.send(tx, { id: invitationId, memberId, expiresAt: tx.at.add(INVITATION_LIFETIME) }, entry);
      await sendInvitation(tx, { memberId, invitationId, organization: organization.name, to, locale });
      return {};
    });
  }

  /**
   * Withdraws the invitation of somebody who has not joined: the link opens nothing any more, and the address is free again.
   * @throws {DomainError} `not_found`, `member.state_forbids`
   */
  withdraw(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    return this.desk.act(actor, orderOf('withdraw', memberId, key), async ({ tx, member }) => {
      requireInvitable(member);
      if (member.status !== 'invited') throw stateForbids();
      const [from, to] = ['invited', 'deactivated'] as const;
      const entry = { action: 'member-invitation.withdrawn', target: { noun: 'member', id: memberId }, facts: { from, to } };
      if (!(await this.members.letGo(tx, memberId, entry))) throw stateForbids();
      await this.departures.run(tx, member, { cause: 'ended', envelope: 'none' });
      return { status: to, version: member.version + 1 };
    });
  }
}

const orderOf = (deed: 'send' | 'withdraw', memberId: string, key: string): MemberOrder => ({
  memberId,
  action: 'invite',
  operation: `member-invitation.${deed}`,
  key,
  content: null,
});

function requireInvitable({ status, accountId }: LockedMember): void {
  if (!mayBeInvited(status, accountId !== null)) throw stateForbids();
}

function requirePause({ sentAt }: LockedMember, now: Temporal.Instant): void {
  if (sentAt === null) return;
  const left = INVITATION_PAUSE_SECONDS - Math.floor(Temporal.Instant.from(sentAt).until(now).total('seconds'));
  if (left > 0) throw invitedJustNow(left);
}
