import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { StoredCheckpoint } from '../sealed-log-reader.repository';

/**
 * Which checkpoint went where last. That one was sent is no entry of the log, or each sending would make the log grow, and a log that grew is sent.
 */
@Injectable()
export class SentCheckpointRepository {
  /** The newest checkpoint. */
  async newest(tx: TenantTransaction): Promise<StoredCheckpoint | null> {
    const text = 'select number, size, root, note, sealed_at as "sealedAt" from audit_checkpoints where organization_id = $1 order by number desc limit 1';
    return (await tx.query<StoredCheckpoint>(text, [tx.organizationId]))[0] ?? null;
  }

  /** Keeps the same secret sealed by the current key. */
  async reseal(tx: TenantTransaction, addressId: string, secret: string): Promise<void> {
    await tx.query('update checkpoint_addresses set secret = $3 where organization_id = $1 and id = $2', [tx.organizationId, addressId, secret]);
  }

  /** Notes that a checkpoint was handed on. */
  async note(tx: TenantTransaction, addressId: string, number: number): Promise<void> {
    await tx.query('update checkpoint_addresses set sent = $3, sent_at = $4 where organization_id = $1 and id = $2', [
      tx.organizationId,
      addressId,
      number,
      tx.at,
    ]);
  }
}
