import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import { enqueueMail } from '@smartpar/platform/mail';
import { enqueueWebhook } from '@smartpar/platform/webhooks';
import { originOf } from '../note/checkpoint-note';
import { SealLog } from '../seal-log';
import type { StoredCheckpoint } from '../sealed-log-reader.repository';
import { AddressSecrets } from './address-secrets';
import { CheckpointAddressRepository, type StoredAddress } from './checkpoint-address.repository';
import { checkpointMail } from './checkpoint.mail';
import { SentCheckpointRepository } from './sent-checkpoint.repository';

/** Work that sends the newest checkpoint to one address, over and over while the address is there. */
export const SEND_WORK = 'audit.send-checkpoint';

/** The type of the webhook that carries a checkpoint. */
const WEBHOOK_TYPE = 'audit-log.checkpoint';

/** Hands the newest checkpoint to the outboxes, where the log has grown since the last time. */
@Injectable()
export class SendCheckpoint {
  constructor(
    private readonly addresses: CheckpointAddressRepository,
    private readonly sent: SentCheckpointRepository,
    private readonly secrets: AddressSecrets,
    private readonly seal: SealLog,
  ) {}

  /** Hands it on, and plans the next time. */
  async perform(tx: TenantTransaction, addressId: string): Promise<void> {
    const address = await this.addresses.find(tx, addressId);
    if (address === null) return;
    const newest = await this.sent.newest(tx);
    if (newest !== null && newest.number > (address.sent ?? 0)) await this.send(tx, address, newest);
    const resealed = address.secret === null ? null : this.secrets.resealed(address.secret, tx.organizationId, addressId);
    if (resealed !== null) await this.sent.reseal(tx, addressId, resealed);
    await planWork(tx, {
      organizationId: tx.organizationId,
      kind: SEND_WORK,
      subjectId: addressId,
      dueAt: tx.at.add({ hours: address.every === 'hour' ? 1 : 24 }),
    });
  }

  private async send(
    tx: TenantTransaction,
    { id, kind, target, locale }: StoredAddress,
    { number, size, root, note, sealedAt }: StoredCheckpoint,
  ): Promise<void> {
    const { organizationId } = tx;
    const origin = originOf(organizationId);
    if (kind === 'mail')
      await enqueueMail(tx, checkpointMail, { to: target, locale, facts: { origin, number, size, note: note.trimEnd() }, organizationId, subjectId: id });
    else {
      const keys = this.seal.keysOf(organizationId).map(({ verifierKey }) => verifierKey);
      const data = { origin, number, size, root: root.toString('base64'), note, keys, sealedAt: sealedAt.toISOString() };
      await enqueueWebhook(tx, { organizationId, subjectId: id, type: WEBHOOK_TYPE, data });
    }
    await this.sent.note(tx, id, number);
  }
}
