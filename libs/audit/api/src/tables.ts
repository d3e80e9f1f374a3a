import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateAuditEntries20261123000500 } from './migrations/20261123000500-create-audit-entries';

/** Migrations of this slice. */
export const auditMigrations = [CreateAuditEntries20261123000500] as const;

/** Tables of this slice. */
export const auditTables: readonly TableDeclaration[] = [
  {
    name: 'audit_entries',
    class: 'tenant',
    reason: 'The log of an organization; what belongs to no tenant is in the log of the workforce organization.',
    appendOnly: true,
  },
];
