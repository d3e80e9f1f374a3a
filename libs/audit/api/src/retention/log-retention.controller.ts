import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { type LogRetention, logRetentionContract, setLogRetention, type SetLogRetention } from '@smartpar/audit/model';
import { Answers, Body, Can, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { KeepLogRetention } from './keep-log-retention';

/** How long an organization keeps its log. */
@ApiTags('audit')
@Controller('organizations/:organizationId/audit-log/retention')
export class LogRetentionController {
  constructor(private readonly retention: KeepLogRetention) {}

  @Get()
  @Can('read', 'audit-retention')
  @Answers(logRetentionContract)
  read(@Who() actor: MemberActor): Promise<LogRetention> {
    return this.retention.read(actor.organizationId);
  }

  @Put()
  @Can('change', 'audit-retention')
  @RecentlyAuthenticated()
  @Answers(logRetentionContract)
  set(@Who() actor: MemberActor, @Body({ schema: setLogRetention }) body: SetLogRetention, @IdempotencyKey() key: string): Promise<LogRetention> {
    return this.retention.set(actor, body, key);
  }
}
