import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { type LogOutlineLine, logOutlinePage, logOutlineQuery, type LogOutlineQuery } from '@smartpar/audit/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Can, Query, Who } from '@smartpar/platform/http';
import { ReadLogOutline } from './read-log-outline';

/** The log of an organization as such. */
@ApiTags('audit')
@Controller('organizations/:organizationId/audit-outline')
export class LogOutlineController {
  constructor(private readonly outline: ReadLogOutline) {}

  @Get()
  @Can('read', 'audit-outline')
  @Answers(logOutlinePage)
  list(@Who() actor: MemberActor, @Query({ schema: logOutlineQuery }) query: LogOutlineQuery): Promise<Page<LogOutlineLine>> {
    return this.outline.run(actor.organizationId, query);
  }
}
