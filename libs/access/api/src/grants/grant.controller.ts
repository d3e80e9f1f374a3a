import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApprovingGrant,
  approvingGrant,
  type AskingForGrant,
  askingForGrant,
  type EndingGrant,
  endingGrant,
  type GivingGrant,
  givingGrant,
  type GrantAct,
  grantAct,
  type GrantPage,
  grantPage,
  type GrantQuery,
  grantQuery,
  type GrantView,
  grantView,
  type MemberActor,
  withdrawingGrant,
} from '@smartpar/access/model';
import { Answers, Body, Can, Id, IdempotencyKey, Query, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { AskForGrant } from './ask-for-grant';
import { DecideGrant } from './decide-grant';
import { EndGrant } from './end-grant';
import { GiveGrant } from './give-grant';
import { ListGrants } from './list-grants';

/** Who may see which data of whom, why and until when: asked for, decided, given and ended. */
@ApiTags('access')
@Controller('organizations/:organizationId/grants')
export class GrantController {
  constructor(
    private readonly grants: ListGrants,
    private readonly asking: AskForGrant,
    private readonly deciding: DecideGrant,
    private readonly giving: GiveGrant,
    private readonly ending: EndGrant,
  ) {}

  @Get()
  @Can('read', 'grant')
  @Answers(grantPage)
  list(@Who() actor: MemberActor, @Query({ schema: grantQuery }) query: GrantQuery): Promise<GrantPage> {
    return this.grants.list(actor, query);
  }

  @Get(':grantId')
  @Can('read', 'grant')
  @Answers(grantView)
  read(@Who() actor: MemberActor, @Id('grantId') grantId: string): Promise<GrantView> {
    return this.grants.read(actor, grantId);
  }

  @Post('requests')
  @Can('ask', 'grant')
  @Answers(grantAct, { status: 201 })
  ask(@Who() actor: MemberActor, @Body({ schema: askingForGrant }) wish: AskingForGrant, @IdempotencyKey() key: string): Promise<GrantAct> {
    return this.asking.run(actor, wish, key);
  }

  @Post()
  @Can('give', 'grant')
  @RecentlyAuthenticated()
  @Answers(grantAct, { status: 201 })
  give(@Who() actor: MemberActor, @Body({ schema: givingGrant }) gift: GivingGrant, @IdempotencyKey() key: string): Promise<GrantAct> {
    return this.giving.run(actor, gift, key);
  }

  @Post(':grantId/approval')
  @Can('decide', 'grant')
  @Answers(grantAct)
  approve(
    @Who() actor: MemberActor,
    @Id('grantId') grantId: string,
    @Body({ schema: approvingGrant }) given: ApprovingGrant,
    @IdempotencyKey() key: string,
  ): Promise<GrantAct> {
    return this.deciding.approve(actor, grantId, given, key);
  }

  @Post(':grantId/refusal')
  @Can('decide', 'grant')
  @Answers(grantAct)
  refuse(
    @Who() actor: MemberActor,
    @Id('grantId') grantId: string,
    @Body({ schema: endingGrant }) refusal: EndingGrant,
    @IdempotencyKey() key: string,
  ): Promise<GrantAct> {
    return this.deciding.refuse(actor, grantId, refusal, key);
  }

  @Post(':grantId/withdrawal')
  @Can('withdraw', 'grant')
  @Answers(grantAct)
  withdraw(
    @Who() actor: MemberActor,
    @Id('grantId') grantId: string,
    @Body({ schema: withdrawingGrant }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<GrantAct> {
    return this.ending.withdraw(actor, grantId, key);
  }

  @Post(':grantId/revocation')
  @Can('revoke', 'grant')
  @Answers(grantAct)
  revoke(
    @Who() actor: MemberActor,
    @Id('grantId') grantId: string,
    @Body({ schema: endingGrant }) end: EndingGrant,
    @IdempotencyKey() key: string,
  ): Promise<GrantAct> {
    return this.ending.revoke(actor, grantId, end, key);
  }
}
