import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateIdempotencyKeys20261123000400 } from './migrations/20261123000400-create-idempotency-keys';

/** Migrations of this room. */
export const httpMigrations = [CreateIdempotencyKeys20261123000400] as const;

/** Tables of this room. */
export const httpTables: readonly TableDeclaration[] = [
  { name: 'idempotency_keys', class: 'tenant', reason: 'Which acts were done in an organization, by the key their client gave them.' },
  { name: 'account_idempotency_keys', class: 'account', reason: 'Which acts were done on an account, by the key their client gave them.' },
];
