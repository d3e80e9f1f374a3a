import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateMailOutbox20261123000200 } from './migrations/20261123000200-create-mail-outbox';

/** Migrations of the outbox. */
export const mailMigrations = [CreateMailOutbox20261123000200] as const;

/** Tables of this room. */
export const mailTables: readonly TableDeclaration[] = [
  { name: 'mail_outbox', class: 'global', reason: 'Mails leave for accounts, strangers and tenants alike, through one worker that reads by state and never by tenant.' },
];
