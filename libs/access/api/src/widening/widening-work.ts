import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { SettleWidening } from './settle-widening';

const SETTLE = 'access.standing-grant-widening';

/** Plans what time does: silence refuses, and what nobody may decide takes force. */
export const planSettling = (tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: SETTLE, subjectId: id, dueAt });

/** Takes that back, where somebody was faster than time. */
export const forgetSettling = (tx: TenantTransaction, id: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id, kind: SETTLE });

/** What time does to roles that are to see more. */
@Injectable()
export class WideningWork {
  constructor(private readonly settling: SettleWidening) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(SETTLE, (tx, { subjectId }) => this.settling.run(tx, subjectId))];
  }
}
