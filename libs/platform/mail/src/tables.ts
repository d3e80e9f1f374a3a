import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateMailOutbox20261123000200 } from './migrations/20261123000200-create-mail-outbox';
import { StopMails20261126152200 } from './migrations/20261126152200-stop-mails';

/** Migrations of the outbox. */
export const mailMigrations = [CreateMailOutbox20261123000200, StopMails20261126152200] as const;

/** Tables of this room. */
export const mailTables: readonly TableDeclaration[] = [
  {
    name: 'mail_outbox',
    class: 'global',
    reason: 'Mails leave for accounts, strangers and tenants alike, through one worker that reads by state and never by tenant.',
  },
  {
    name: 'mail_stops',
    class: 'global',
    reason: 'Hashes of addresses an organization sends nothing to any more; heeded where a mail comes in, which is of no tenant’s table.',
  },
];
