import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { lockMember } from '../locked-member';
import { AUDITOR_END } from './auditor-end';
import { AuditorRows } from './auditor-rows';
import { EndAudit } from './end-audit';

/** What time does to auditors from outside. */
@Injectable()
export class AuditorWork {
  constructor(
    private readonly auditors: AuditorRows,
    private readonly audits: EndAudit,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(AUDITOR_END, (tx, { subjectId }) => this.end(tx, subjectId))];
  }

  /**
   * The role goes whatever they work as by then: whoever says as what somebody works, and until when, does not let them check for longer. Only
   * whoever let them in does, and that may have happened while this waited for the lock.
   */
  private async end(tx: TenantTransaction, memberId: string): Promise<void> {
    const member = await lockMember(tx, memberId);
    if (member === null || (await this.auditors.endsLater(tx, memberId))) return;
    await this.audits.of(tx, member);
  }
}
