import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { DecideViolation } from './decide-violation';
import { ReadViolations } from './read-violations';
import { ReportViolation } from './report-violation';
import { ViolationMails } from './violation-mails';
import { ViolationWork } from './violation-work';
import { ViolationController } from './violation.controller';
import { ViolationRepository } from './violation.repository';
import { WaitingViolationsQuery } from './waiting-violations';

/** Reports that somebody broke what they promised. It needs `CasePeople` and `Database` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [ViolationController],
  providers: [ViolationRepository, ViolationMails, ViolationWork, ReadViolations, ReportViolation, DecideViolation, WaitingViolationsQuery],
  exports: [ViolationWork, WaitingViolationsQuery],
})
export class ViolationModule {}
