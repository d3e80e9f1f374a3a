import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type LedgerExportQuery,
  ledgerExportQuery,
  type LedgerLook,
  ledgerPage,
  type LedgerQuery,
  ledgerQuery,
  type LedgerReach,
  ledgerReach,
  type LedgerReachQuery,
  ledgerReachQuery,
  type LedgerSummary,
  ledgerSummary,
  type MemberActor,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, AnswersFile, Can, csvFile, JSON_LINES, jsonLinesFile, Query, Who } from '@smartpar/platform/http';
import { ReadLooks } from './ledger/read-looks';
import { ReadReach } from './ledger/read-reach';
import { ReadLedger } from './read-ledger';

/** Who looked at my data. */
@ApiTags('access')
@Controller('organizations/:organizationId/my/ledger')
export class LedgerController {
  constructor(
    private readonly ledger: ReadLedger,
    private readonly reading: ReadLooks,
    private readonly reach: ReadReach,
  ) {}

  @Get()
  @Can('read', 'ledger')
  @Answers(ledgerPage)
  looks(@Who() actor: MemberActor, @Query({ schema: ledgerQuery }) query: LedgerQuery): Promise<Page<LedgerLook>> {
    return this.reading.page(actor, query);
  }

  @Get('summary')
  @Can('read', 'ledger')
  @Answers(ledgerSummary)
  summary(@Who() actor: MemberActor): Promise<LedgerSummary> {
    return this.ledger.summary(actor);
  }

  @Get('export')
  @Can('read', 'ledger')
  @AnswersFile('My ledger as JSON Lines or CSV, newest first.', [JSON_LINES, 'text/csv'])
  file(@Who() actor: MemberActor, @Query({ schema: ledgerExportQuery }) query: LedgerExportQuery): StreamableFile {
    const pieces = this.reading.file(actor, query);
    return query.format === 'csv' ? csvFile('ledger.csv', pieces) : jsonLinesFile('ledger.jsonl', pieces);
  }

  @Get('reach')
  @Can('read', 'ledger')
  @Answers(ledgerReach)
  couldHave(@Who() actor: MemberActor, @Query({ schema: ledgerReachQuery }) query: LedgerReachQuery): Promise<LedgerReach> {
    return this.reach.run(actor, query);
  }
}
