import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { KeepRoles } from '../keep-roles';
import { lockMember } from '../locked-member';
import { roleTakenMail } from '../mails/access-changed.mail';
import { tellMember } from '../member-mails';
import { OrganizationNames } from '../organization-names';
import { AUDITOR_END } from './auditor-end';
import { AuditorRows } from './auditor-rows';

/** What time does to auditors from outside. */
@Injectable()
export class AuditorWork {
  constructor(
    private readonly roles: KeepRoles,
    private readonly auditors: AuditorRows,
    private readonly organizations: OrganizationNames,
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
    const organization = await this.organizations.within(tx);
    const taken = await this.roles.take(tx, member, 'auditor');
    if (taken) await tellMember({ tx, member, organization }, roleTakenMail, { organization: organization.name, role: 'auditor' });
  }
}
