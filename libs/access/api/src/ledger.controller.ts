import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type LedgerLook, ledgerPage, type LedgerQuery, ledgerQuery, type LedgerSummary, ledgerSummary, type MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Can, Query, Who } from '@smartpar/platform/http';
import { ReadLedger } from './read-ledger';

/** Who looked at my data. */
@ApiTags('access')
@Controller('organizations/:organizationId/my/ledger')
export class LedgerController {
  constructor(private readonly ledger: ReadLedger) {}

  @Get()
  @Can('read', 'ledger')
  @Answers(ledgerPage)
  looks(@Who() actor: MemberActor, @Query({ schema: ledgerQuery }) query: LedgerQuery): Promise<Page<LedgerLook>> {
    return this.ledger.looks(actor, query);
  }

  @Get('summary')
  @Can('read', 'ledger')
  @Answers(ledgerSummary)
  summary(@Who() actor: MemberActor): Promise<LedgerSummary> {
    return this.ledger.summary(actor);
  }
}
