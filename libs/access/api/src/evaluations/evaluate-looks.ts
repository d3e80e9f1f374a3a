import { Injectable } from '@nestjs/common';
import { isUnusual, isWorthTelling } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { EvaluationSwitch } from './evaluation-switch';
import { type DayOfLooks, LookVolumeRepository } from './look-volume.repository';
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
    private readonly looks: LookVolumeRepository,
    private readonly alerts: VolumeAlertRepository,
    private readonly mails: VolumeAlertMails,
  ) {}

  /** @returns how many alerts were made; none where evaluations are off. However often it runs, each step of somebody's day leads to one */
  async run(tx: TenantTransaction): Promise<number> {
    const made = await this.evaluation.ifOn(tx, 'look-volume', () => this.compare(tx));
    return made ?? 0;
  }

  private async compare(tx: TenantTransaction): Promise<{ result: number; people: number; findings: number }> {
    const days = await this.looks.days(tx);
    const worth = days.filter(({ looks, last }) => isWorthTelling(looks, last?.told ?? null));
    const pasts = new Map((await this.looks.past(tx, worth)).map(({ memberId, day, past }) => [`${memberId} ${day}`, past]));
    let made = 0;
    for (const found of worth) {
      const past = pasts.get(`${found.memberId} ${found.day}`) ?? [];
      if (isUnusual(found.looks, past) && (await this.alert(tx, found, past))) made += 1;
    }
    for (const { looks, last } of days) if (last?.state === 'open' && looks > last.looks) await this.recount(tx, last.id, looks);
    return { result: made, people: new Set(days.map(({ memberId }) => memberId)).size, findings: made };
  }

  private async alert(tx: TenantTransaction, { memberId, day, looks, last }: DayOfLooks, past: readonly number[]): Promise<boolean> {
    const id = newId();
    const step = (last?.step ?? 0) + 1;
    const entry = { action: 'volume-alert.made', target: { noun: 'volume-alert', id }, facts: { day, looks, step } };
    const added = await this.alerts.add(tx, { id, memberId, day, step, looks, past }, entry);
    if (added) await this.mails.made(tx, id, memberId);
    return added;
  }

  private recount(tx: TenantTransaction, id: string, looks: number): Promise<void> {
    return this.alerts.recount(tx, id, looks, { action: 'volume-alert.recounted', target: { noun: 'volume-alert', id }, facts: { looks } });
  }
}
