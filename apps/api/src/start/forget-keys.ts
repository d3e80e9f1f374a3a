import { systemActor } from '@smartpar/access/model';
import type { Database } from '@smartpar/platform/database';
import { purgeIdempotencyKeys } from '@smartpar/platform/http';

/**
 * Forgets the idempotency keys of every organization that are too old to be sent again, in one transaction each.
 * Those of an account go when its holder signs in.
 */
export async function forgetKeys(database: Database): Promise<void> {
  const organizations = await database.global((tx) => tx.query<{ id: string }>('select organization_id as id from organization_figures'));
  for (const { id } of organizations) await database.tenant(systemActor(id, 'forget-keys'), purgeIdempotencyKeys);
}
