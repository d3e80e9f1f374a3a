import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import {
  factorRequirement,
  type FactorRequirementInput,
  factorRequirementInput,
  type FactorRequirementView,
  type SecondFactorReset,
  secondFactorReset,
} from '@smartpar/identity/model';
import { Answers, AnswersNothing, Body, Can, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { KeepRequirement } from './keep-requirement';
import { ResetMemberFactor } from './reset-member-factor';

/** Second factors as an organization has a say in them: whether members need one, and letting in who lost theirs. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/second-factor')
export class MemberFactorController {
  constructor(
    private readonly requirement: KeepRequirement,
    private readonly reset: ResetMemberFactor,
  ) {}

  @Get()
  @Can('read', 'second-factor-requirement')
  @Answers(factorRequirement)
  read(@Who() actor: MemberActor): Promise<FactorRequirementView> {
    return this.requirement.show(actor);
  }

  @Put()
  @Can('set', 'second-factor-requirement')
  @RecentlyAuthenticated()
  @Answers(factorRequirement)
  set(
    @Who() actor: MemberActor,
    @Body({ schema: factorRequirementInput }) wanted: FactorRequirementInput,
    @IdempotencyKey() key: string,
  ): Promise<FactorRequirementView> {
    return this.requirement.set(actor, wanted, key);
  }

  @Post('resets')
  @Can('reset', 'second-factor')
  @RecentlyAuthenticated()
  @AnswersNothing({ description: 'The member may come in to this organization without the second factor they lost, to set up a new one.' })
  resetOf(@Who() actor: MemberActor, @Body({ schema: secondFactorReset }) { memberNumber }: SecondFactorReset, @IdempotencyKey() key: string): Promise<void> {
    return this.reset.run(actor, memberNumber, key);
  }
}
