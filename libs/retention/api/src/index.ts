export { HeldMembers } from './holds/held-members';
export { HoldRepository } from './holds/hold.repository';
export { KeepHolds } from './holds/keep-holds';
export { PeriodRepository } from './period/period.repository';
export { RetentionModule } from './retention.module';
export { retentionMigrations, retentionTables } from './tables';
