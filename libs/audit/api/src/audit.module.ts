import { Module } from '@nestjs/common';
import { AuditEntryController } from './audit-entry.controller';
import { AuditEntryRepository } from './audit-entry.repository';
import { ListAuditEntries } from './list-audit-entries';
import { LogOutlineController } from './outline/log-outline.controller';
import { ReadLogOutline } from './outline/read-log-outline';

/** The log. It needs `ActorLines`, `LogEvaluations` and `Database` from global modules. */
@Module({
  controllers: [AuditEntryController, LogOutlineController],
  providers: [AuditEntryRepository, ListAuditEntries, ReadLogOutline],
  exports: [ListAuditEntries],
})
export class AuditModule {}
