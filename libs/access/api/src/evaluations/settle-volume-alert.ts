import { Injectable } from '@nestjs/common';
import { type MemberActor, type SettleVolumeAlert as Settle, volumeAlertNotReported, volumeAlertSettled, type VolumeAlertView } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities } from '../abilities';
import { allowedOr404 } from '../errors';
import { ReadVolumeAlerts } from './read-volume-alerts';
import { VolumeAlertRepository } from './volume-alert.repository';

const OPERATION = 'volume-alert.settle';

/** Somebody else than whoever looked says what came of it: there was a reason, or it was reported. */
@Injectable()
export class SettleVolumeAlert {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly alerts: VolumeAlertRepository,
    private readonly reading: ReadVolumeAlerts,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `volume_alert.settled`, `volume_alert.not_reported`
   */
  run(actor: MemberActor, alertId: string, settlement: Settle, key: string): Promise<VolumeAlertView> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, alertId, settlement) };
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      const found = await this.alerts.lock(tx, alertId);
      const alert = allowedOr404(this.abilities.of(actor), 'settle', 'volume-alert', found);
      if (!replayed) await this.settle(tx, actor, alert, settlement);
      return this.reading.present(tx, actor, alertId);
    });
  }

  private async settle(
    tx: TenantTransaction,
    { memberId: by }: MemberActor,
    { id, memberId, at, state }: { readonly id: string; readonly memberId: string; readonly at: Date; readonly state: string },
    { outcome, words }: Settle,
  ): Promise<void> {
    if (state !== 'open') throw volumeAlertSettled();
    if (outcome === 'reported' && !(await this.alerts.wasReported(tx, memberId, at))) throw volumeAlertNotReported();
    const salt = newSalt();
    const entry = { action: 'volume-alert.settled', target: { noun: 'volume-alert', id }, facts: { outcome, words: saltedHash(words, salt) } };
    await this.alerts.settle(tx, id, { by, outcome, words, salt }, entry);
  }
}
