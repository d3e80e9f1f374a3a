import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateCustomRoles20261126131100 } from '../migrations/20261126131100-create-custom-roles';

/** Migrations of roles. */
export const roleMigrations = [CreateCustomRoles20261126131100] as const;

/** Tables of roles. */
export const roleTables: readonly TableDeclaration[] = [
  { name: 'custom_roles', class: 'tenant', reason: 'Roles an organization composed of named abilities.' },
  {
    name: 'role_assignments',
    class: 'tenant',
    reason: 'Who holds a custom role, or a built-in one for a site or a group only.',
    member: [
      { column: 'member_id', kind: 'roles', becomes: 'erased' },
      { column: 'assigned_by_member_id', kind: 'acts', becomes: 'kept', why: 'accountability', uncounted: true },
    ],
  },
  { name: 'role_separations', class: 'tenant', reason: 'Which roles nobody may hold together, and how many may hold one.' },
];
