import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { MemberAct, MemberStatus } from '@smartpar/members/model';
import type { MailTemplate } from '@smartpar/platform/mail';
import { ChangeMemberStatus } from './change-member-status';
import type { LockedMember } from './locked-member';
import { type EntryFacts, reactivatedMail, suspendedMail } from './mails/access-changed.mail';
import { MemberDesk, type MemberOrder } from './member-desk';
import { tellMember } from './member-mails';

interface Move {
  readonly to: Extract<MemberStatus, 'suspended' | 'active' | 'invited'>;
  /** none where nothing changes for them */
  readonly mail: MailTemplate<EntryFacts> | null;
}

const SUSPENDED: Move = { to: 'suspended', mail: suspendedMail };
const REACTIVATED: Move = { to: 'active', mail: reactivatedMail };
/** Whoever has not accepted their invitation still has to: letting them in again does not accept it for them. */
const INVITED_AGAIN: Move = { to: 'invited', mail: null };

/** Keeps members out for now, and lets them in again. It holds for this organization only, and at once. */
@Injectable()
export class SuspendMember {
  constructor(
    private readonly desk: MemberDesk,
    private readonly states: ChangeMemberStatus,
  ) {}

  /** @throws {DomainError} `not_found`, `member.state_forbids`, `member.last_owner` */
  suspend(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    return this.move(actor, { memberId, action: 'suspend', operation: 'member.suspend', key, content: null }, () => SUSPENDED);
  }

  /** @throws {DomainError} `not_found`, `member.state_forbids`, `member.address_taken` */
  reactivate(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    return this.move(actor, { memberId, action: 'reactivate', operation: 'member.reactivate', key, content: null }, (member) =>
      isStillInvited(member) ? INVITED_AGAIN : REACTIVATED,
    );
  }

  private move(actor: MemberActor, order: MemberOrder, moveOf: (member: LockedMember) => Move): Promise<MemberAct> {
    return this.desk.act(actor, order, async (deed) => {
      const { tx, member, organization } = deed;
      const { to, mail } = moveOf(member);
      const told = mail === null ? [] : [() => tellMember(deed, mail, { organization: organization.name })];
      await this.states.move(tx, member, to, organization, ...told);
      return { status: to, version: member.version + 1 };
    });
  }
}

const isStillInvited = ({ accountId, sentAt, acceptedAt, withdrawnAt }: LockedMember): boolean =>
  accountId === null && sentAt !== null && acceptedAt === null && withdrawnAt === null;
