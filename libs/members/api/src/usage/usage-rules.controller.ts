import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { usageRulesChange, type UsageRulesChange, type UsageRulesView, usageRulesView } from '@smartpar/members/model';
import { Answers, Body, Can, IdempotencyKey, Who } from '@smartpar/platform/http';
import { KeepUsageRules } from './keep-usage-rules';

/** Which usage data an organization collects. */
@ApiTags('usage')
@Controller('organizations/:organizationId/usage-rules')
export class UsageRulesController {
  constructor(private readonly rules: KeepUsageRules) {}

  @Get()
  @Can('read', 'usage-rules')
  @Answers(usageRulesView)
  read(@Who() actor: MemberActor): Promise<UsageRulesView> {
    return this.rules.read(actor);
  }

  @Put()
  @Can('change', 'usage-rules')
  @Answers(usageRulesView)
  change(@Who() actor: MemberActor, @Body({ schema: usageRulesChange }) change: UsageRulesChange, @IdempotencyKey() key: string): Promise<UsageRulesView> {
    return this.rules.change(actor, change, key);
  }
}
