export { type ActorLine, ActorLines } from './actor-lines';
export { AuditModule } from './audit.module';
export { ListAuditEntries } from './list-audit-entries';
export { type PlatformActor, recordEntries, recordEntry, recordPlatformEntry } from './record-entry';
export { newSalt, saltedHash } from './salted-hash';
export { auditMigrations, auditTables } from './tables';
