import { Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import {
  type CheckpointLine,
  checkpointPage,
  type ConsistencyProof,
  consistencyProofContract,
  consistencyQuery,
  type ConsistencyQuery,
  exportLog,
  type ExportLog as ExportOrder,
  type InclusionProof,
  inclusionProofContract,
  inclusionQuery,
  type InclusionQuery,
  type SealedLog,
  sealedLogContract,
} from '@smartpar/audit/model';
import type { Page } from '@smartpar/kernel';
import { pageQuery } from '@smartpar/platform/contract';
import { Answers, AnswersFile, Body, Can, csvFile, Id, JSON_LINES, jsonLinesFile, Query, Who } from '@smartpar/platform/http';
import type { PageWanted } from './audit-entry.repository';
import { ExportLog } from './export/export-log';
import { ReadSealedLog } from './read-sealed-log';

const checkpointQuery = pageQuery();

/** The seal on the log of an organization: checkpoints, proofs, and the log itself to be checked elsewhere. */
@ApiTags('audit')
@Controller('organizations/:organizationId')
export class SealedLogController {
  constructor(
    private readonly log: ReadSealedLog,
    private readonly file: ExportLog,
  ) {}

  @Get('audit-log/checkpoint')
  @Can('read', 'audit-entry')
  @Answers(sealedLogContract)
  newest(@Who() actor: MemberActor): Promise<SealedLog> {
    return this.log.newest(actor.organizationId);
  }

  @Get('audit-log/checkpoints')
  @Can('read', 'audit-entry')
  @Answers(checkpointPage)
  checkpoints(@Who() actor: MemberActor, @Query({ schema: checkpointQuery }) query: PageWanted): Promise<Page<CheckpointLine>> {
    return this.log.checkpoints(actor.organizationId, query);
  }

  @Get('audit-log/consistency')
  @Can('read', 'audit-entry')
  @Answers(consistencyProofContract)
  consistency(@Who() actor: MemberActor, @Query({ schema: consistencyQuery }) query: ConsistencyQuery): Promise<ConsistencyProof> {
    return this.log.consistency(actor, query);
  }

  @Get('audit-entries/:entryId/inclusion')
  @Can('read', 'audit-entry')
  @Answers(inclusionProofContract)
  inclusion(@Who() actor: MemberActor, @Id('entryId') entryId: string, @Query({ schema: inclusionQuery }) { size }: InclusionQuery): Promise<InclusionProof> {
    return this.log.inclusion(actor, entryId, size);
  }

  @Post('audit-log/export')
  @Can('read', 'audit-entry')
  @AnswersFile('The log: what is sealed in its order, then what is not sealed yet.', [JSON_LINES, 'text/csv'])
  async export(@Who() actor: MemberActor, @Body({ schema: exportLog }) order: ExportOrder): Promise<StreamableFile> {
    const pieces = await this.file.run(actor, order);
    switch (order.format) {
      case 'csv':
        return csvFile('audit-log.csv', pieces);
      case 'ocsf':
        return jsonLinesFile('audit-log.ocsf.jsonl', pieces);
      case 'jsonl':
        return jsonLinesFile('audit-log.jsonl', pieces);
    }
  }
}
