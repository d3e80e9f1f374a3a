import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWork, planWork } from '@smartpar/platform/jobs';
import { type Deadline, isOpen, stagesToCome } from '@smartpar/requests/model';
import type { RequestProgress } from './request-row';

/** Kind of due work: somebody is told that time is running out. */
export const REMINDER_WORK = 'requests.reminder';

/** A request and the deadline that leads. */
export interface Reminded {
  readonly request: { readonly id: string };
  readonly progress: Pick<RequestProgress, 'state' | 'paused' | 'toldStage'>;
  readonly deadline: Deadline;
}

/** Keeps planned what comes next for each request: one stage at a time, none while it is answered or stands still. */
@Injectable()
export class ReminderPlan {
  /** Takes back what was planned and plans the next stage by the deadline that leads now. */
  async replan(tx: TenantTransaction, reminded: Reminded): Promise<void> {
    const { organizationId } = tx;
    await Promise.all([cancelWork(tx, { organizationId, subjectId: reminded.request.id, kind: REMINDER_WORK }), this.planNext(tx, reminded)]);
  }

  /** Plans the next stage; the one before has been spent, or there was none. */
  async planNext(tx: TenantTransaction, { request, progress, deadline }: Reminded): Promise<void> {
    if (!isOpen(progress.state) || progress.paused) return;
    const [next] = stagesToCome(deadline, tx.at, progress.toldStage);
    if (next !== undefined) await planWork(tx, { organizationId: tx.organizationId, kind: REMINDER_WORK, subjectId: request.id, dueAt: next.at });
  }
}
