import { Controller, Delete, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor, Role } from '@smartpar/access/model';
import {
  type CorrectMember as CorrectMessage,
  correctMember,
  memberAct,
  type MemberAct,
  nothingMore,
  type PlaceMember as PlaceMessage,
  placeMember,
  roleInPath,
} from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey, Param } from '@smartpar/platform/http';
import { AssignRole } from './assign-role';
import { CorrectMember } from './correct-member';
import { PlaceMember } from './place-member';
import { SuspendMember } from './suspend-member';

/** What administrators do with a member. */
@ApiTags('members')
@Controller('organizations/:organizationId/members/:memberId')
export class ActOnMemberController {
  constructor(
    private readonly suspension: SuspendMember,
    private readonly placement: PlaceMember,
    private readonly correction: CorrectMember,
    private readonly roles: AssignRole,
  ) {}

  @Post('suspension')
  @Can('suspend', 'member')
  @Answers(memberAct)
  suspend(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: nothingMore }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.suspension.suspend(actor, memberId, key);
  }

  @Post('reactivation')
  @Can('reactivate', 'member')
  @Answers(memberAct)
  reactivate(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: nothingMore }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.suspension.reactivate(actor, memberId, key);
  }

  @Put('site')
  @Can('place', 'member')
  @Answers(memberAct)
  place(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: placeMember }) message: PlaceMessage,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.placement.run(actor, memberId, message, key);
  }

  @Patch('profile')
  @Can('correct', 'member')
  @Answers(memberAct)
  correct(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: correctMember }) message: CorrectMessage,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.correction.run(actor, memberId, message, key);
  }

  @Put('roles/:role')
  @Can('assign-role', 'member')
  @Answers(memberAct)
  give(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Param('role', { schema: roleInPath }) role: Role,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.roles.give(actor, memberId, role, key);
  }

  @Delete('roles/:role')
  @Can('assign-role', 'member')
  @Answers(memberAct)
  take(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Param('role', { schema: roleInPath }) role: Role,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.roles.take(actor, memberId, role, key);
  }
}
