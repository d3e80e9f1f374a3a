import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { MembersModule } from '../members.module';
import { ApplyLinesRepository } from './apply-lines.repository';
import { ForgetImport } from './forget-import';
import { ImportDesk } from './import-desk';
import { ImportDecisionRepository } from './import-decision.repository';
import { ImportFileRepository } from './import-file.repository';
import { ImportRepository } from './import.repository';
import { MemberImportController } from './member-import.controller';
import { MembersWork } from './members-work';
import { PerformApplication } from './perform-application';
import { PerformCheck } from './perform-check';
import { PreviewImport } from './preview-import';
import { ReadImports } from './read-imports';
import { ReceiveImport } from './receive-import';
import { StagedLineRepository } from './staged-line.repository';
import { StillMayImport } from './still-may-import';

/** Importing members from files: over HTTP, and the work that goes on after. */
@Module({
  imports: [AccessModule, MembersModule],
  controllers: [MemberImportController],
  providers: [
    ImportRepository,
    ImportDecisionRepository,
    ImportFileRepository,
    StagedLineRepository,
    ApplyLinesRepository,
    ReceiveImport,
    PreviewImport,
    ImportDesk,
    ReadImports,
    StillMayImport,
    PerformCheck,
    PerformApplication,
    ForgetImport,
    MembersWork,
  ],
  exports: [MembersWork],
})
export class MemberImportModule {}
