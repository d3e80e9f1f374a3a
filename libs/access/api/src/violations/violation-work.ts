import { Injectable } from '@nestjs/common';
import { forgetAccount } from '../invalidation';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { CasePeople } from './case-people';
import { holdMembers } from './hold-members';
import { stateOf } from './violation-row';
import { ViolationMails } from './violation-mails';
import { ViolationRepository } from './violation.repository';

const LAPSE = 'access.violation-lapse';

/** Plans that everybody hears when silence has ended a case. The end itself needs nobody to write it. */
export const planLapse = (tx: TenantTransaction, id: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: LAPSE, subjectId: id, dueAt });

/** Takes that back, where somebody was faster than time. */
export const forgetLapse = (tx: TenantTransaction, id: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id, kind: LAPSE });

/** What time does to reported violations: nobody decided, so the access is back. */
@Injectable()
export class ViolationWork {
  constructor(
    private readonly violations: ViolationRepository,
    private readonly people: CasePeople,
    private readonly mails: ViolationMails,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(LAPSE, (tx, { subjectId }) => this.lapse(tx, subjectId))];
  }

  /** Settles a case that time has ended, and tells; nothing where that was done before, or is not so. */
  async lapse(tx: TenantTransaction, id: string): Promise<void> {
    const known = await this.violations.find(tx, id);
    if (known === null) return;
    await holdMembers(tx, [known.memberId]);
    const violation = await this.violations.lock(tx, id);
    if (violation?.state !== 'running' || stateOf(violation, tx.at) !== 'lapsed') return;
    await this.violations.settle(tx, id, 'lapsed', { action: 'violation.lapsed', target: { noun: 'violation', id }, facts: {} });
    const person = await this.people.lock(tx, violation.memberId);
    if (person !== null && person.accountId !== null) await forgetAccount(tx, person.accountId);
    await this.mails.settled(tx, violation, 'lapsed');
  }
}
