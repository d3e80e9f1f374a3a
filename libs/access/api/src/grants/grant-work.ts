import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { GrantMails } from './grant-mails';
import { standingOf } from './grant-row';
import { GrantRepository } from './grant.repository';

const LAPSE = 'access.grant-lapse';

/** Plans that silence is said to have refused a request. The refusal itself needs nobody to write it. */
export const planLapse = (tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: LAPSE, subjectId: id, dueAt });

/** Takes that back, where somebody was faster than time. */
export const forgetLapse = (tx: TenantTransaction, id: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id, kind: LAPSE });

/** What time does to requests for access. */
@Injectable()
export class GrantWork {
  constructor(
    private readonly grants: GrantRepository,
    private readonly mails: GrantMails,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(LAPSE, (tx, { subjectId }) => this.lapse(tx, subjectId))];
  }

  private async lapse(tx: TenantTransaction, id: string): Promise<void> {
    const grant = await this.grants.lock(tx, id);
    if (grant?.state !== 'requested' || standingOf(grant, tx.at) !== 'lapsed') return;
    await this.grants.close(tx, id, 'lapsed', { action: 'grant.lapsed', target: { noun: 'grant', id }, facts: {} });
    await this.mails.tellConcerned(tx, grant, 'lapsed');
  }
}
