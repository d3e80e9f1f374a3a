import { Module } from '@nestjs/common';
import { AuditEntryController } from './audit-entry.controller';
import { AuditEntryRepository } from './audit-entry.repository';
import { ListAuditEntries } from './list-audit-entries';

/** The log. It needs `ActorLines` and `Database` from global modules. */
@Module({ controllers: [AuditEntryController], providers: [AuditEntryRepository, ListAuditEntries], exports: [ListAuditEntries] })
export class AuditModule {}
