import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import {
  type ChangePreview,
  changePreview,
  type MemberActor,
  type MemberExplanation,
  memberExplanation,
  type ThoughtOfChange,
  thoughtOfChange,
  type ViewerPage,
  viewerPage,
  type ViewerQuery,
  viewerQuery,
} from '@smartpar/access/model';
import { Answers, Body, Id, Query } from '@smartpar/platform/http';
import { ExplainMember } from './explain-member';
import { ListViewers } from './list-viewers';
import { PreviewChange } from './preview-change';

/** Why somebody may see something, who else may, and what a change would make different. */
@ApiTags('access')
@Controller('organizations/:organizationId/members/:memberId')
export class ExplainController {
  constructor(
    private readonly explaining: ExplainMember,
    private readonly viewers: ListViewers,
    private readonly previewing: PreviewChange,
  ) {}

  @Get('explanation')
  @Can('read', 'explanation')
  @Answers(memberExplanation)
  explain(@Who() actor: MemberActor, @Id('memberId') memberId: string): Promise<MemberExplanation> {
    return this.explaining.run(actor, memberId);
  }

  @Get('viewers')
  @Can('read', 'explanation')
  @Answers(viewerPage)
  whoSees(@Who() actor: MemberActor, @Id('memberId') memberId: string, @Query({ schema: viewerQuery }) query: ViewerQuery): Promise<ViewerPage> {
    return this.viewers.run(actor, memberId, query);
  }

  @Post('explanation/preview')
  @Can('read', 'role-assignment')
  @Answers(changePreview)
  preview(@Who() actor: MemberActor, @Id('memberId') memberId: string, @Body({ schema: thoughtOfChange }) change: ThoughtOfChange): Promise<ChangePreview> {
    return this.previewing.run(actor, memberId, change);
  }
}
