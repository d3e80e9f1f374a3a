import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type MemberPage, memberPage, type MemberSearch, memberSearch } from '@smartpar/members/model';
import { Answers, Body } from '@smartpar/platform/http';
import { SearchMembers } from './search-members';

/** The list of members. */
@ApiTags('members')
@Controller('organizations/:organizationId/members')
export class MemberListController {
  constructor(private readonly members: SearchMembers) {}

  @Post('search')
  @Can('read', 'member')
  @Answers(memberPage)
  search(@Who() actor: MemberActor, @Body({ schema: memberSearch }) query: MemberSearch): Promise<MemberPage> {
    return this.members.run(actor, query);
  }
}
