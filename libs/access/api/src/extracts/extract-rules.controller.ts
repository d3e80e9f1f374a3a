import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ExtractRules, extractRules, type ExtractRulesChange, extractRulesChange, type MemberActor } from '@smartpar/access/model';
import { Answers, Body, Can, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { KeepExtractRules } from './keep-extract-rules';

/** How many members' data one person may take out alone. */
@ApiTags('access')
@Controller('organizations/:organizationId/extract-rules')
export class ExtractRulesController {
  constructor(private readonly rules: KeepExtractRules) {}

  @Get()
  @Can('read', 'extract-rules')
  @Answers(extractRules)
  read(@Who() actor: MemberActor): Promise<ExtractRules> {
    return this.rules.read(actor);
  }

  @Put()
  @Can('change', 'extract-rules')
  @RecentlyAuthenticated()
  @Answers(extractRules)
  change(@Who() actor: MemberActor, @Body({ schema: extractRulesChange }) change: ExtractRulesChange, @IdempotencyKey() key: string): Promise<ExtractRules> {
    return this.rules.change(actor, change, key);
  }
}
