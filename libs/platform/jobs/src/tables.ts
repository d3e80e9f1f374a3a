import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateDueWork20261123000300 } from './migrations/20261123000300-create-due-work';

/** Migrations of planned work. */
export const jobMigrations = [CreateDueWork20261123000300] as const;

/** Tables of this room. */
export const jobTables: readonly TableDeclaration[] = [
  { name: 'due_work', class: 'global', reason: 'Jobs over all tenants read here what is due, then open one tenant transaction each; it holds ids and kinds only.' },
];
