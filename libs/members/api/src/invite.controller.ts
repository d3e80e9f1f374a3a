import { Controller, Delete, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type InvitedMember, invitedMember, type InviteMember as InviteMessage, inviteMember, memberAct, type MemberAct } from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { InviteMember } from './invite-member';
import { RenewInvitation } from './renew-invitation';

/** Asking people to join. */
@ApiTags('members')
@Controller('organizations/:organizationId/members')
export class InviteController {
  constructor(
    private readonly invitation: InviteMember,
    private readonly renewal: RenewInvitation,
  ) {}

  @Post()
  @Can('invite', 'member')
  @Answers(invitedMember, { status: 201 })
  invite(@Who() actor: MemberActor, @Body({ schema: inviteMember }) message: InviteMessage, @IdempotencyKey() key: string): Promise<InvitedMember> {
    return this.invitation.run(actor, message, key);
  }

  @Post(':memberId/invitation')
  @Can('invite', 'member')
  @Answers(memberAct)
  send(@Who() actor: MemberActor, @Id('memberId') memberId: string, @IdempotencyKey() key: string): Promise<MemberAct> {
    return this.renewal.send(actor, memberId, key);
  }

  @Delete(':memberId/invitation')
  @Can('invite', 'member')
  @Answers(memberAct)
  withdraw(@Who() actor: MemberActor, @Id('memberId') memberId: string, @IdempotencyKey() key: string): Promise<MemberAct> {
    return this.renewal.withdraw(actor, memberId, key);
  }
}
