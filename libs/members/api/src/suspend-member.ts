import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { MemberAct, MemberStatus } from '@smartpar/members/model';
import type { MailTemplate } from '@smartpar/platform/mail';
import { ChangeMemberStatus } from './change-member-status';
import { type EntryFacts, reactivatedMail, suspendedMail } from './mails/access-changed.mail';
import { MemberDesk, type MemberOrder } from './member-desk';
import { tellMember } from './member-mails';

interface Move {
  readonly to: Extract<MemberStatus, 'suspended' | 'active'>;
  readonly mail: MailTemplate<EntryFacts>;
}

/** Keeps members out for now, and lets them in again. It holds for this organization only, and at once. */
@Injectable()
export class SuspendMember {
  constructor(
    private readonly desk: MemberDesk,
    private readonly states: ChangeMemberStatus,
  ) {}

  /** @throws {DomainError} `not_found`, `member.state_forbids`, `member.last_owner` */
  suspend(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    return this.move(actor, { memberId, action: 'suspend', operation: 'member.suspend', key, content: null }, { to: 'suspended', mail: suspendedMail });
  }

  /** @throws {DomainError} `not_found`, `member.state_forbids`, `member.address_taken` */
  reactivate(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    return this.move(actor, { memberId, action: 'reactivate', operation: 'member.reactivate', key, content: null }, { to: 'active', mail: reactivatedMail });
  }

  private move(actor: MemberActor, order: MemberOrder, { to, mail }: Move): Promise<MemberAct> {
    return this.desk.act(actor, order, async (deed) => {
      const { tx, member, organization } = deed;
      const tell = () => tellMember(deed, mail, { organization: organization.name });
      await this.states.move(tx, member, to, organization, tell);
      return { status: to, version: member.version + 1 };
    });
  }
}
