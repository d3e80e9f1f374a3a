import { Injectable } from '@nestjs/common';
import { isUnusual, USUAL_AT_LEAST } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { EvaluationSwitch } from './evaluation-switch';
import { VolumeAlertMails } from './volume-alert-mails';
import { VolumeAlertRepository } from './volume-alert.repository';

/**
 * Compares how often each person looked at others' data with their own past, and tells those who look after it. It costs a look nothing: what is
 * counted is the looks that are kept anyway, now and then and in nobody's way.
 */
@Injectable()
export class EvaluateLooks {
  constructor(
    private readonly evaluation: EvaluationSwitch,
    private readonly alerts: VolumeAlertRepository,
    private readonly mails: VolumeAlertMails,
  ) {}

  /** @returns how many alerts were made; none where evaluations are off. However often it runs, each day of somebody's leads to one */
  async run(tx: TenantTransaction): Promise<number> {
    const made = await this.evaluation.ifOn(tx, 'look-volume', () => this.compare(tx));
    return made ?? 0;
  }

  private async compare(tx: TenantTransaction): Promise<{ result: number; people: number; findings: number }> {
    const days = await this.alerts.looks(tx);
    let made = 0;
    for (const { memberId, day, looks, told } of days) {
      if (told || looks <= USUAL_AT_LEAST) continue;
      const past = await this.alerts.past(tx, memberId, day);
      if (isUnusual(looks, past) && (await this.alert(tx, { memberId, day, looks, past }))) made += 1;
    }
    return { result: made, people: new Set(days.map(({ memberId }) => memberId)).size, findings: made };
  }

  private async alert(
    tx: TenantTransaction,
    found: { readonly memberId: string; readonly day: string; readonly looks: number; readonly past: readonly number[] },
  ): Promise<boolean> {
    const id = newId();
    const facts = { day: found.day, looks: found.looks };
    const added = await this.alerts.add(tx, { id, ...found }, { action: 'volume-alert.made', target: { noun: 'volume-alert', id }, facts });
    if (added) await this.mails.made(tx, id, found.memberId);
    return added;
  }
}
