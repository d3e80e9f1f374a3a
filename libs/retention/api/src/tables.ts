import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateHolds20261126152100 } from './migrations/20261126152100-create-holds';

/** Migrations of retention. */
export const retentionMigrations = [CreateHolds20261126152100] as const;

/** Tables of retention. */
export const retentionTables: readonly TableDeclaration[] = [
  {
    name: 'holds',
    class: 'tenant',
    reason: 'What an organization must keep about a member, why, since when and by whose word.',
    member: [{ column: 'member_id', kind: 'holds', becomes: 'kept', why: 'proof' }],
  },
  { name: 'retention_periods', class: 'tenant', reason: 'For how long an organization keeps the data of those who left.' },
];
