import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { memberAct, type MemberAct, memberHelp, type MemberHelp, nothingMore } from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey, RecentlyAuthenticated } from '@smartpar/platform/http';
import { RenewInvitation } from '../renew-invitation';
import { ReadHelp } from './read-help';

/** Helping somebody to come in. */
@ApiTags('members')
@Controller('organizations/:organizationId/members/:memberId/help')
export class HelpController {
  constructor(
    private readonly reading: ReadHelp,
    private readonly renewal: RenewInvitation,
  ) {}

  @Get()
  @Can('help', 'member')
  @Answers(memberHelp)
  read(@Who() actor: MemberActor, @Id('memberId') memberId: string): Promise<MemberHelp> {
    return this.reading.run(actor, memberId);
  }

  @Post('invitation')
  @Can('resend-invitation', 'member')
  @RecentlyAuthenticated()
  @Answers(memberAct)
  resend(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: nothingMore }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.renewal.send(actor, memberId, key, 'resend-invitation');
  }
}
