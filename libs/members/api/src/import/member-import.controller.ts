import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import {
  type ApplyImport,
  applyImport,
  type CheckImport,
  checkImport,
  importFaultPage,
  type ImportLineFault,
  type ImportPreview,
  importPreview,
  type ImportPreviewQuery,
  importPreviewQuery,
  importReport,
  type ImportReportLine,
  type MemberImport,
  memberImport,
  memberImportPage,
  type MemberImportQuery,
  memberImportQuery,
  nothingMore,
} from '@smartpar/members/model';
import { Answers, type ArrivingFile, Body, File, Id, IdempotencyKey, Query, TakesFile } from '@smartpar/platform/http';
import { ImportDesk } from './import-desk';
import { PreviewImport } from './preview-import';
import { ReadImports } from './read-imports';
import { ReceiveImport } from './receive-import';

/** Importing members. */
@ApiTags('member imports')
@Controller('organizations/:organizationId/member-imports')
export class MemberImportController {
  constructor(
    private readonly arrival: ReceiveImport,
    private readonly imports: ReadImports,
    private readonly beginnings: PreviewImport,
    private readonly desk: ImportDesk,
  ) {}

  @Post()
  @Can('import', 'member')
  @TakesFile('The file itself, in whatever encoding; 50 MB at most.')
  @Answers(memberImport, { status: 201 })
  receive(@Who() actor: MemberActor, @File() file: ArrivingFile | null, @IdempotencyKey() key: string): Promise<MemberImport> {
    return this.arrival.run(actor, file, key);
  }

  @Get()
  @Can('import', 'member')
  @Answers(memberImportPage)
  list(@Who() actor: MemberActor, @Query({ schema: memberImportQuery }) query: MemberImportQuery): Promise<Page<MemberImport>> {
    return this.imports.list(actor, query);
  }

  @Get(':importId')
  @Can('import', 'member')
  @Answers(memberImport)
  find(@Who() actor: MemberActor, @Id('importId') importId: string): Promise<MemberImport> {
    return this.imports.find(actor, importId);
  }

  @Get(':importId/preview')
  @Can('import', 'member')
  @Answers(importPreview)
  preview(
    @Who() actor: MemberActor,
    @Id('importId') importId: string,
    @Query({ schema: importPreviewQuery }) query: ImportPreviewQuery,
  ): Promise<ImportPreview> {
    return this.beginnings.run(actor, importId, query);
  }

  @Get(':importId/faults')
  @Can('import', 'member')
  @Answers(importFaultPage)
  faults(
    @Who() actor: MemberActor,
    @Id('importId') importId: string,
    @Query({ schema: memberImportQuery }) query: MemberImportQuery,
  ): Promise<Page<ImportLineFault>> {
    return this.imports.faults(actor, importId, query);
  }

  @Get(':importId/report')
  @Can('import', 'member')
  @Answers(importReport)
  report(
    @Who() actor: MemberActor,
    @Id('importId') importId: string,
    @Query({ schema: memberImportQuery }) query: MemberImportQuery,
  ): Promise<Page<ImportReportLine>> {
    return this.imports.report(actor, importId, query);
  }

  @Post(':importId/check')
  @Can('import', 'member')
  @Answers(memberImport)
  check(
    @Who() actor: MemberActor,
    @Id('importId') importId: string,
    @Body({ schema: checkImport }) message: CheckImport,
    @IdempotencyKey() key: string,
  ): Promise<MemberImport> {
    return this.desk.check(actor, importId, message, key);
  }

  @Post(':importId/application')
  @Can('import', 'member')
  @Answers(memberImport)
  apply(
    @Who() actor: MemberActor,
    @Id('importId') importId: string,
    @Body({ schema: applyImport }) message: ApplyImport,
    @IdempotencyKey() key: string,
  ): Promise<MemberImport> {
    return this.desk.apply(actor, importId, message, key);
  }

  @Post(':importId/cancellation')
  @Can('import', 'member')
  @Answers(memberImport)
  cancel(
    @Who() actor: MemberActor,
    @Id('importId') importId: string,
    @Body({ schema: nothingMore }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<MemberImport> {
    return this.desk.cancel(actor, importId, key);
  }
}
