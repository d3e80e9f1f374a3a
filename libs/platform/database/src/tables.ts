import { CreateInstallation20261123000100 } from './migrations/20261123000100-create-installation';
import type { TableDeclaration } from './table-declaration';

/** Migrations of what every installation has. */
export const databaseMigrations = [CreateInstallation20261123000100] as const;

/** Tables of this room. */
export const databaseTables: readonly TableDeclaration[] = [
  { name: 'installation', class: 'global', reason: 'One row that says which organization keeps the platform log; nothing in it is of a tenant.' },
  { name: 'migrations', class: 'global', reason: 'Which migrations ran; written by the owner only.' },
];
