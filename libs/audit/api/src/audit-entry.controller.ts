import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { auditEntryPage, auditEntryQuery, type AuditEntryQuery, type LoggedEntry } from '@smartpar/audit/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Can, Query, Who } from '@smartpar/platform/http';
import { ListAuditEntries } from './list-audit-entries';

/** The log of an organization. */
@ApiTags('audit')
@Controller('organizations/:organizationId/audit-entries')
export class AuditEntryController {
  constructor(private readonly entries: ListAuditEntries) {}

  @Get()
  @Can('read', 'audit-entry')
  @Answers(auditEntryPage)
  list(@Who() actor: MemberActor, @Query({ schema: auditEntryQuery }) query: AuditEntryQuery): Promise<Page<LoggedEntry>> {
    return this.entries.run(actor, query);
  }
}
