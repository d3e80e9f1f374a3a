import { Module } from '@nestjs/common';
import { AuditPeriodic } from './audit-periodic';
import { AuditWork } from './audit-work';
import { ExportLog } from './export/export-log';
import { ReadSealedLog } from './read-sealed-log';
import { KeepLogRetention } from './retention/keep-log-retention';
import { LogRetentionController } from './retention/log-retention.controller';
import { LogRetentionRepository } from './retention/log-retention.repository';
import { SealLog } from './seal-log';
import { SealedLogController } from './sealed-log.controller';
import { SealedLogReader } from './sealed-log-reader.repository';
import { SealedLogRepository } from './sealed-log.repository';

/** The seal on the log. It needs `Database`, `KeyRing` and `LogReaders` from global modules. */
@Module({
  controllers: [LogRetentionController, SealedLogController],
  providers: [AuditPeriodic, AuditWork, ExportLog, KeepLogRetention, LogRetentionRepository, ReadSealedLog, SealedLogReader, SealedLogRepository, SealLog],
  exports: [AuditPeriodic, AuditWork, SealLog],
})
export class SealedLogModule {}
