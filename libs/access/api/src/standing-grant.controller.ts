import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decidingWidening, type MemberActor, standingGrants, type StandingGrantsChange, standingGrantsChange } from '@smartpar/access/model';
import { Answers, Body, Can, Id, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { type GrantLines, KeepStandingGrants } from './keep-standing-grants';
import { DecideWidening } from './widening/decide-widening';

/** Which roles of an organization see which data of its members, and why. */
@ApiTags('access')
@Controller('organizations/:organizationId/standing-grants')
export class StandingGrantController {
  constructor(
    private readonly grants: KeepStandingGrants,
    private readonly deciding: DecideWidening,
  ) {}

  @Get()
  @Can('read', 'standing-grant')
  @Answers(standingGrants)
  read(@Who() actor: MemberActor): Promise<GrantLines> {
    return this.grants.read(actor);
  }

  @Put()
  @Can('change', 'standing-grant')
  @RecentlyAuthenticated()
  @Answers(standingGrants)
  change(@Who() actor: MemberActor, @Body({ schema: standingGrantsChange }) change: StandingGrantsChange, @IdempotencyKey() key: string): Promise<GrantLines> {
    return this.grants.change(actor, change, key);
  }

  @Post('widenings/:wideningId/approval')
  @Can('decide', 'standing-grant')
  @RecentlyAuthenticated()
  @Answers(standingGrants)
  async approve(
    @Who() actor: MemberActor,
    @Id('wideningId') wideningId: string,
    @Body({ schema: decidingWidening }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<GrantLines> {
    await this.deciding.approve(actor, wideningId, key);
    return this.grants.read(actor);
  }

  @Post('widenings/:wideningId/refusal')
  @Can('decide', 'standing-grant')
  @Answers(standingGrants)
  async refuse(
    @Who() actor: MemberActor,
    @Id('wideningId') wideningId: string,
    @Body({ schema: decidingWidening }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<GrantLines> {
    await this.deciding.refuse(actor, wideningId, key);
    return this.grants.read(actor);
  }
}
