import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { enqueueMail } from '@smartpar/platform/mail';
import { stateOf } from './lockbox-row';
import { LockboxRepository } from './lockbox.repository';
import { staffLockboxMail, TOLD_STATES } from './mails/staff-lockbox.mail';

const TELL = 'access.lockbox-tell-staff';

/** Plans that whoever asked as staff hears what became of it, as soon as the transaction is kept: where to reach them is known in the workforce alone. */
export const planTelling = (tx: TenantTransaction, id: string): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: TELL, subjectId: id, dueAt: tx.at });

/** Tells SmartPAR's staff what an organization decided about what they asked for: the case and the outcome, nothing else. */
@Injectable()
export class TellLockboxStaff {
  constructor(
    private readonly database: Database,
    private readonly lockboxes: LockboxRepository,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(TELL, (tx, { subjectId }) => this.run(tx, subjectId))];
  }

  /** The mail is enqueued where it was decided, so that it leaves once. */
  private async run(tx: TenantTransaction, id: string): Promise<void> {
    const lockbox = await this.lockboxes.lock(tx, id);
    if (lockbox === null) return;
    const now = stateOf(lockbox, tx.at);
    const state = TOLD_STATES.find((told) => told === now);
    if (state === undefined) return;
    const reader = await this.readerOf(lockbox.staffAccountId);
    if (reader === null) return;
    const { caseReference } = lockbox;
    await enqueueMail(tx, staffLockboxMail, { to: reader.email, locale: reader.locale, facts: { lockboxId: id, caseReference, state }, subjectId: id });
  }

  private async readerOf(accountId: string): Promise<{ readonly email: string | null; readonly locale: Locale } | null> {
    const workforce = (await this.database.installation())?.workforceOrganizationId;
    if (workforce === undefined) return null;
    const [reader] = await this.database.tenant(systemActor(workforce, 'lockbox'), (own) =>
      own.query<{ email: string | null; locale: Locale }>(
        `select email, locale from members where organization_id = $1 and account_id = $2 and status = 'active'`,
        [own.organizationId, accountId],
      ),
    );
    return reader ?? null;
  }
}
