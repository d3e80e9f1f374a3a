import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Account, Public, SignedIn, type SignedInAccount } from '@smartpar/access/api';
import {
  type AcceptedInvitation,
  acceptedInvitation,
  type InvitationAcceptance,
  invitationAcceptance,
  type InvitationOpening,
  invitationJoining,
  invitationOpening,
  type OpenedInvitation,
  openedInvitation,
} from '@smartpar/members/model';
import { Answers, Body, IdempotencyKey, RateLimited } from '@smartpar/platform/http';
import { AcceptInvitation } from './accept-invitation';

/** What the holder of an invitation does with it. */
@ApiTags('invitations')
@Controller()
export class InvitationController {
  constructor(private readonly invitation: AcceptInvitation) {}

  @Post('invitations/preview')
  @Public('The token from the mail is the proof.')
  @RateLimited('link')
  @Answers(openedInvitation)
  open(@Body({ schema: invitationOpening }) { token }: InvitationOpening): Promise<OpenedInvitation> {
    return this.invitation.open(token);
  }

  @Post('invitations/acceptance')
  @Public('The token from the mail is the proof; whoever accepts has no account yet.')
  @RateLimited('link')
  @Answers(acceptedInvitation)
  accept(@Body({ schema: invitationAcceptance }) acceptance: InvitationAcceptance): Promise<AcceptedInvitation> {
    return this.invitation.withPassword(acceptance);
  }

  @Post('account/invitations/acceptance')
  @SignedIn()
  @RateLimited('link')
  @Answers(acceptedInvitation)
  join(
    @Account() { accountId }: SignedInAccount,
    @Body({ schema: invitationJoining }) { token }: InvitationOpening,
    @IdempotencyKey() key: string,
  ): Promise<AcceptedInvitation> {
    return this.invitation.withAccount(token, { accountId, key });
  }
}
