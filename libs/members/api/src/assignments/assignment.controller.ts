import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import {
  type AssignmentInput,
  assignmentInput,
  type AssignmentLine,
  assignmentPage,
  type AssignmentQuery,
  assignmentQuery,
  memberAct,
  type MemberAct,
} from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey, Query } from '@smartpar/platform/http';
import { AssignFurtherRole } from './assign-further-role';
import { ListAssignments } from './list-assignments';

/** Who holds which role, where and since when. */
@ApiTags('members')
@Controller('organizations/:organizationId')
export class AssignmentController {
  constructor(
    private readonly assignments: ListAssignments,
    private readonly roles: AssignFurtherRole,
  ) {}

  @Get('role-assignments')
  @Can('read', 'role-assignment')
  @Answers(assignmentPage)
  list(@Who() actor: MemberActor, @Query({ schema: assignmentQuery }) query: AssignmentQuery): Promise<Page<AssignmentLine>> {
    return this.assignments.run(actor, query);
  }

  @Post('members/:memberId/role-assignments')
  @Can('assign-role', 'member')
  @Answers(memberAct)
  give(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: assignmentInput }) input: AssignmentInput,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.roles.give(actor, memberId, input, key);
  }

  @Delete('members/:memberId/role-assignments/:assignmentId')
  @Can('assign-role', 'member')
  @Answers(memberAct)
  take(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Id('assignmentId') assignmentId: string,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.roles.take(actor, memberId, assignmentId, key);
  }
}
