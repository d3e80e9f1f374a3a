import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import {
  changeLifeRules,
  type ChangeLifeRules,
  deactivateMember,
  type DeactivateMember as DeactivateMessage,
  leftMyself,
  type LeftMyself,
  leavingOutlook,
  type LeavingOutlook,
  lifeRules,
  type LifeRules,
  memberAct,
  type MemberAct,
  memberDeparted,
  type MemberDeparted,
  memberLife,
  type MemberLife,
  leaveMyself,
} from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey, RecentlyAuthenticated } from '@smartpar/platform/http';
import { DeactivateMember } from './deactivate-member';
import { KeepLifeRules } from './keep-life-rules';
import { LeaveMyself } from './leave-myself';
import { ReadLife } from './read-life';

/** How members leave, and what becomes of what is kept about them. */
@ApiTags('members')
@Controller('organizations/:organizationId')
export class LifeController {
  constructor(
    private readonly lives: ReadLife,
    private readonly deactivation: DeactivateMember,
    private readonly leaving: LeaveMyself,
    private readonly keeping: KeepLifeRules,
  ) {}

  @Get('members/:memberId/life')
  @Can('read', 'member')
  @Answers(memberLife)
  life(@Who() actor: MemberActor, @Id('memberId') memberId: string): Promise<MemberLife> {
    return this.lives.life(actor, memberId);
  }

  @Get('members/:memberId/leaving')
  @Can('deactivate', 'member')
  @Answers(leavingOutlook)
  outlook(@Who() actor: MemberActor, @Id('memberId') memberId: string): Promise<LeavingOutlook> {
    return this.lives.leaving(actor, memberId);
  }

  @Post('members/:memberId/deactivation')
  @Can('deactivate', 'member')
  @Answers(memberDeparted)
  deactivate(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: deactivateMember }) message: DeactivateMessage,
    @IdempotencyKey() key: string,
  ): Promise<MemberDeparted> {
    return this.deactivation.run(actor, memberId, message, key);
  }

  @Delete('members/:memberId/deactivation')
  @Can('deactivate', 'member')
  @Answers(memberAct)
  cancel(@Who() actor: MemberActor, @Id('memberId') memberId: string, @IdempotencyKey() key: string): Promise<MemberAct> {
    return this.deactivation.cancel(actor, memberId, key);
  }

  @Get('my/leaving')
  @Can('leave', 'own-profile')
  @Answers(leavingOutlook)
  look(@Who() actor: MemberActor): Promise<LeavingOutlook> {
    return this.leaving.look(actor);
  }

  @Post('my/leaving')
  @Can('leave', 'own-profile')
  @RecentlyAuthenticated()
  @Answers(leftMyself)
  leave(@Who() actor: MemberActor, @Body({ schema: leaveMyself }) _: object, @IdempotencyKey() key: string): Promise<LeftMyself> {
    return this.leaving.run(actor, key);
  }

  @Get('life-rules')
  @Can('read', 'life-rules')
  @Answers(lifeRules)
  rules(@Who() actor: MemberActor): Promise<LifeRules> {
    return this.keeping.read(actor);
  }

  @Put('life-rules')
  @Can('change', 'life-rules')
  @Answers(lifeRules)
  change(@Who() actor: MemberActor, @Body({ schema: changeLifeRules }) change: ChangeLifeRules, @IdempotencyKey() key: string): Promise<LifeRules> {
    return this.keeping.change(actor, change, key);
  }
}
