import { Module } from '@nestjs/common';
import { AuditPeriodic } from './audit-periodic';
import { SealLog } from './seal-log';
import { SealedLogRepository } from './sealed-log.repository';

/** The seal on the log. It needs `Database` and `KeyRing` from global modules. */
@Module({ providers: [AuditPeriodic, SealedLogRepository, SealLog], exports: [AuditPeriodic, SealLog] })
export class SealedLogModule {}
