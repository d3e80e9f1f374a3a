import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateViolations20261126132200 } from '../migrations/20261126132200-create-violations';
import { KeepWhoseRightDecided20261126143000 } from '../migrations/20261126143000-keep-whose-right-decided';

/** Migrations of reported violations. */
export const violationMigrations = [CreateViolations20261126132200, KeepWhoseRightDecided20261126143000] as const;

/** Tables of reported violations. */
export const violationTables: readonly TableDeclaration[] = [
  {
    name: 'violations',
    class: 'tenant',
    reason: 'Reports that somebody broke what they promised, and what became of them.',
    member: [
      { column: 'member_id', kind: 'cases', becomes: 'kept', why: 'proof' },
      { column: 'reported_by', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
  {
    name: 'violation_opinions',
    class: 'tenant',
    reason: 'What each of those who look into a report thinks of it.',
    appendOnly: true,
    member: [
      { column: 'by_member_id', kind: 'acts', becomes: 'kept', why: 'accountability' },
      { column: 'in_place_of', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
];
