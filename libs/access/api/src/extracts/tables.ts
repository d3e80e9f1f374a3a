import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateExtracts20261126140000 } from '../migrations/20261126140000-create-extracts';
import { HoldBackRaisedLimits20261126146000 } from '../migrations/20261126146000-hold-back-raised-limits';
import { NameEmptyExtracts20261126146100 } from '../migrations/20261126146100-name-empty-extracts';

/** Migrations of extracts. */
export const extractMigrations = [CreateExtracts20261126140000, HoldBackRaisedLimits20261126146000, NameEmptyExtracts20261126146100] as const;

/** Tables of extracts. */
export const extractTables: readonly TableDeclaration[] = [
  { name: 'extract_rules', class: 'tenant', reason: 'How many members’ data one person of an organization may take out alone.' },
  { name: 'extracts', class: 'tenant', reason: 'Data of many members taken out at once: who asked, what for, who agreed, and what became of it.' },
  {
    name: 'extract_lines',
    class: 'tenant',
    reason: 'Whom an extract is of, with their values sealed until it is destroyed.',
    member: [{ column: 'member_id', kind: 'extracts', becomes: 'erased' }],
  },
];
