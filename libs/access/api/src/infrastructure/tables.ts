import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateBarredAccesses20261126134200 } from '../migrations/20261126134200-create-barred-accesses';

/** Migrations of access to the machines. */
export const infrastructureMigrations = [CreateBarredAccesses20261126134200] as const;

/** Tables of access to the machines. */
export const infrastructureTables: readonly TableDeclaration[] = [
  {
    name: 'barred_accesses',
    class: 'tenant',
    reason: 'Access to the machines that the law forbids to tell for now: rows of SmartPAR’s workforce, about other organizations.',
    appendOnly: true,
  },
];
