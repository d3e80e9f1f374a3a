import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { BreakGlassMails } from './break-glass-mails';
import { BreakGlassRepository } from './break-glass.repository';

const REVIEW = 'access.break-glass-review';

/** How long until it is asked for again. */
const AGAIN_HOURS = 24;

/** Plans that a missing review is asked for. */
export const planReview = (tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: REVIEW, subjectId: id, dueAt });

/** Takes that back. */
export const forgetReview = (tx: TenantTransaction, id: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id, kind: REVIEW });

/** Asks for reviews that are overdue, day after day. */
@Injectable()
export class BreakGlassWork {
  constructor(
    private readonly broken: BreakGlassRepository,
    private readonly mails: BreakGlassMails,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(REVIEW, (tx, { subjectId }) => this.remind(tx, subjectId))];
  }

  private async remind(tx: TenantTransaction, id: string): Promise<void> {
    const found = await this.broken.lock(tx, id);
    if (found === null || found.outcome !== null) return;
    await this.mails.tell(tx, 'overdue', found);
    await planReview(tx, id, tx.at.add({ hours: AGAIN_HOURS }));
  }
}
