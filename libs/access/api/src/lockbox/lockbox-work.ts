import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { tellOfLockbox } from '../invalidation';
import { stateOf } from './lockbox-row';
import { LockboxRepository } from './lockbox.repository';
import { planTelling, TellLockboxStaff } from './tell-staff';

const LAPSE = 'access.lockbox-lapse';
const END = 'access.lockbox-end';

/** Plans that the log says when silence has refused one. The refusal itself needs nobody to write it. */
export const planLapse = (tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: LAPSE, subjectId: id, dueAt });

/** Plans that the log says when one is over. The end itself needs nobody to write it. */
export const planEnd = (tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: END, subjectId: id, dueAt });

/** Takes back what was planned, where somebody was faster than time. */
export const forgetTimes = (tx: TenantTransaction, id: string): Promise<void> => cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id });

/** What time does to lockboxes, said in the log. */
@Injectable()
export class LockboxWork {
  constructor(
    private readonly lockboxes: LockboxRepository,
    private readonly staff: TellLockboxStaff,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [
      defineWork(LAPSE, (tx, { subjectId }) => this.say(tx, subjectId, 'lapsed')),
      defineWork(END, (tx, { subjectId }) => this.say(tx, subjectId, 'over')),
      ...this.staff.kinds(),
    ];
  }

  private async say(tx: TenantTransaction, id: string, state: 'lapsed' | 'over'): Promise<void> {
    const lockbox = await this.lockboxes.lock(tx, id);
    if (lockbox === null || stateOf(lockbox, tx.at) !== state) return;
    if (state === 'lapsed') await planTelling(tx, id);
    await tellOfLockbox(tx, lockbox.staffAccountId);
    await recordEntry(tx, { action: state === 'lapsed' ? 'lockbox.lapsed' : 'lockbox.ended', target: { noun: 'lockbox', id }, facts: {} });
  }
}
