import { Module } from '@nestjs/common';
import { AuditPeriodic } from './audit-periodic';
import { ExportLog } from './export/export-log';
import { ReadSealedLog } from './read-sealed-log';
import { SealLog } from './seal-log';
import { SealedLogController } from './sealed-log.controller';
import { SealedLogReader } from './sealed-log-reader.repository';
import { SealedLogRepository } from './sealed-log.repository';

/** The seal on the log. It needs `Database`, `KeyRing` and `LogReaders` from global modules. */
@Module({
  controllers: [SealedLogController],
  providers: [AuditPeriodic, ExportLog, ReadSealedLog, SealedLogReader, SealedLogRepository, SealLog],
  exports: [AuditPeriodic, SealLog],
})
export class SealedLogModule {}
