import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { cancelWaitingWork, defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { KeepRoles } from '../keep-roles';
import { lockMember } from '../locked-member';
import { roleTakenMail } from '../mails/access-changed.mail';
import { tellMember } from '../member-mails';
import { OrganizationNames } from '../organization-names';
import { AuditorRows } from './auditor-rows';

const END = 'members.auditor-end';

/** Plans that somebody from outside is an auditor no more. Their contract ends at that moment, which by itself keeps them from everything. */
export const planAuditorEnd = (tx: TenantTransaction, memberId: string, dueAt: Temporal.Instant): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: END, subjectId: memberId, dueAt });

/** Takes that back. */
export const forgetAuditorEnd = (tx: TenantTransaction, memberId: string): Promise<void> =>
  cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: memberId, kind: END });

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
    return [defineWork(END, (tx, { subjectId }) => this.end(tx, subjectId))];
  }

  /** Whoever became an employee meanwhile is no auditor from outside any more. */
  private async end(tx: TenantTransaction, memberId: string): Promise<void> {
    const member = await lockMember(tx, memberId);
    if (member === null || !(await this.auditors.isAuditor(tx, memberId))) return;
    const organization = await this.organizations.within(tx);
    const taken = await this.roles.take(tx, member, 'auditor');
    if (taken) await tellMember({ tx, member, organization }, roleTakenMail, { organization: organization.name, role: 'auditor' });
  }
}
