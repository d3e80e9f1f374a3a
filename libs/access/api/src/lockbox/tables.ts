import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateLockboxes20261126134000 } from '../migrations/20261126134000-create-lockboxes';

/** Migrations of lockboxes. */
export const lockboxMigrations = [CreateLockboxes20261126134000] as const;

/** Tables of lockboxes. */
export const lockboxTables: readonly TableDeclaration[] = [
  { name: 'lockbox_rules', class: 'tenant', reason: 'Whether an organization lets SmartPAR’s staff ask at all.' },
  { name: 'lockbox_preapprovals', class: 'tenant', reason: 'What an organization allows SmartPAR’s staff without being asked each time.' },
  {
    name: 'lockboxes',
    class: 'tenant',
    reason: 'What SmartPAR’s staff asked to see of an organization, and what it decided.',
    member: [
      { column: 'member_id', kind: 'looks', becomes: 'kept', why: 'accountability' },
      { column: 'granted_member_id', kind: 'looks', becomes: 'kept', why: 'accountability' },
    ],
  },
  {
    name: 'lockbox_looks',
    class: 'tenant',
    reason: 'Everything staff looked at under a lockbox.',
    appendOnly: true,
    member: [{ column: 'member_id', kind: 'looks', becomes: 'kept', why: 'accountability' }],
  },
  {
    name: 'staff_lockboxes',
    class: 'account',
    reason: 'Which lockboxes a staff member asked for and in which organization; everything else about them is read there.',
  },
];
