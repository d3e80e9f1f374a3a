import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import { loneAlertMail, volumeAlertMail } from './mails/evaluation.mail';

/**
 * Tells those who look after unusual numbers of looks that there is one; never the one it is about. Where nobody else is left, those who hear of
 * evaluations as such are told that there is one nobody may settle.
 */
@Injectable()
export class VolumeAlertMails {
  constructor(private readonly holders: AbilityHolders) {}

  async made(tx: TenantTransaction, alertId: string, memberId: string): Promise<void> {
    const readers = await this.holders.reachable(tx, 'volume-alert.settle', [memberId]);
    const { organizationId } = tx;
    if (readers.length === 0) return this.nobodyLeft(tx, alertId, memberId);
    await enqueueMails(
      tx,
      volumeAlertMail,
      readers.map(({ email, locale }) => ({ to: email, locale, facts: { organizationId, alertId }, organizationId, subjectId: alertId })),
    );
  }

  private async nobodyLeft(tx: TenantTransaction, alertId: string, memberId: string): Promise<void> {
    const readers = await this.holders.reachable(tx, 'evaluation-receipt.receive', [memberId]);
    const { organizationId } = tx;
    await enqueueMails(
      tx,
      loneAlertMail,
      readers.map(({ email, locale }) => ({ to: email, locale, facts: { organizationId }, organizationId, subjectId: alertId })),
    );
  }
}
