import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type MemberActor, standingGrants, type StandingGrantsChange, standingGrantsChange } from '@smartpar/access/model';
import { Answers, Body, Can, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { type GrantLines, KeepStandingGrants } from './keep-standing-grants';

/** Which roles of an organization see which data of its members, and why. */
@ApiTags('access')
@Controller('organizations/:organizationId/standing-grants')
export class StandingGrantController {
  constructor(private readonly grants: KeepStandingGrants) {}

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
}
