import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { type MemberEvent, memberTimeline, memberTimelineQuery, type MemberView, memberView } from '@smartpar/members/model';
import { Answers, Id, Query } from '@smartpar/platform/http';
import type * as z from 'zod';
import { ReadMember } from './read-member';
import { ReadTimeline } from './read-timeline';

/** One member. */
@ApiTags('members')
@Controller('organizations/:organizationId/members/:memberId')
export class MemberController {
  constructor(
    private readonly member: ReadMember,
    private readonly events: ReadTimeline,
  ) {}

  @Get()
  @Can('read', 'member')
  @Answers(memberView)
  read(@Who() actor: MemberActor, @Id('memberId') memberId: string): Promise<MemberView> {
    return this.member.run(actor, memberId);
  }

  @Get('timeline')
  @Can('read', 'member')
  @Answers(memberTimeline)
  timeline(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Query({ schema: memberTimelineQuery }) page: z.infer<typeof memberTimelineQuery>,
  ): Promise<Page<MemberEvent>> {
    return this.events.run(actor, memberId, page);
  }
}
