import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateGrants20261126130000 } from '../migrations/20261126130000-create-grants';
import { TieGrantsToGroups20261126143200 } from '../migrations/20261126143200-tie-grants-to-groups';

/** Migrations of grants. */
export const grantMigrations = [CreateGrants20261126130000, TieGrantsToGroups20261126143200] as const;

/** Tables of grants. */
export const grantTables: readonly TableDeclaration[] = [
  {
    name: 'grants',
    class: 'tenant',
    reason: 'Who may see which data of which members, why and until when; who asked for it and who decided.',
    member: [
      { column: 'grantee_member_id', kind: 'acts', becomes: 'kept', why: 'accountability' },
      { column: 'requested_by', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
  {
    name: 'deputies',
    class: 'tenant',
    reason: 'Who decides in whose place, and for how long.',
    member: [
      { column: 'member_id', kind: 'acts', becomes: 'kept', why: 'accountability' },
      { column: 'deputy_member_id', kind: 'acts', becomes: 'kept', why: 'accountability' },
    ],
  },
];
