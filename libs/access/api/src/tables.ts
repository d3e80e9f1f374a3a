import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateStandingGrants20261126001000 } from './migrations/20261126001000-create-standing-grants';

/** Migrations of access. */
export const accessMigrations = [CreateStandingGrants20261126001000] as const;

/** Tables of access. */
export const accessTables: readonly TableDeclaration[] = [
  { name: 'standing_grants', class: 'tenant', reason: 'What an organization changed about who may see which personal data of its members.' },
];
