import { Injectable } from '@nestjs/common';
import { KnownActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { notFound, type Temporal } from '@smartpar/kernel';
import { type AdmittingAuditor, auditorHoldsRoles, auditorNotThere, auditTooLong, type ExternalAuditors, type MemberAct } from '@smartpar/members/model';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { KeepRoles } from '../keep-roles';
import type { LockedMember } from '../locked-member';
import { roleGivenMail } from '../mails/access-changed.mail';
import { MemberDesk } from '../member-desk';
import { tellMember } from '../member-mails';
import { WorkerRepository } from '../worker/worker.repository';
import { forgetAuditorEnd, planAuditorEnd } from './auditor-end';
import { AuditorRows } from './auditor-rows';
import { EndAudit } from './end-audit';

/** Lets somebody from outside check for a while: a contractor with a last day, who holds the role of an auditor until then and no other. */
@Injectable()
export class AdmitAuditor {
  constructor(
    private readonly desk: MemberDesk,
    private readonly database: Database,
    private readonly roles: KeepRoles,
    private readonly workers: WorkerRepository,
    private readonly auditors: AuditorRows,
    private readonly audits: EndAudit,
    private readonly actors: KnownActors,
  ) {}

  /** Everybody from outside who checks at present. */
  list(actor: MemberActor): Promise<ExternalAuditors> {
    return this.database.tenant(actor, (tx) => this.auditors.list(tx));
  }

  /** @throws {DomainError} `not_found`, `external_auditor.*`, `role.kept_apart`, `role.limit_reached` */
  async admit(actor: MemberActor, memberId: string, admitting: AdmittingAuditor, key: string): Promise<MemberAct> {
    const order = { memberId, action: 'assign-role', operation: 'external-auditor.admit', key, content: { ...admitting } } as const;
    const act = await this.desk.act(actor, order, async (deed) => {
      const { tx, member, organization } = deed;
      await this.refuseOthers(tx, member);
      const { ends, until } = await this.endOf(tx, admitting);
      const now = await this.workers.find(tx, memberId);
      const facts = { from: now?.type ?? null, ends: ends.toString() };
      const entry = { action: 'external-auditor.admitted', target: { noun: 'member', id: memberId }, facts };
      await this.workers.change(tx, { memberId, version: member.version }, { type: 'contractor', until }, entry);
      await forgetAuditorEnd(tx, memberId);
      const given = await this.roles.give(tx, member, 'auditor', organization.kind);
      if (given) await tellMember(deed, roleGivenMail, { organization: organization.name, role: 'auditor' });
      await planAuditorEnd(tx, memberId, ends);
      return { version: member.version + 1 };
    });
    this.actors.forgetOrganization(actor.organizationId);
    return act;
  }

  /** Ends it before its time. @throws {DomainError} `not_found` for somebody who does not check from outside */
  async end(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    const order = { memberId, action: 'assign-role', operation: 'external-auditor.end', key, content: null } as const;
    const act = await this.desk.act(actor, order, async ({ tx, member }) => {
      if (!(await this.auditors.isAuditor(tx, memberId))) throw notFound();
      await this.audits.of(tx, member);
      return {};
    });
    this.actors.forgetOrganization(actor.organizationId);
    return act;
  }

  /** @throws {DomainError} `external_auditor.too_long` */
  private async endOf(tx: TenantTransaction, admitting: AdmittingAuditor): Promise<{ readonly ends: Temporal.Instant; readonly until: string }> {
    const { day, ends, last } = await this.auditors.endOf(tx, admitting);
    if (ends.getTime() <= tx.at.epochMilliseconds || ends.getTime() > last.getTime()) throw auditTooLong();
    return { ends: toInstant(ends), until: day };
  }

  /** @throws {DomainError} `external_auditor.holds_roles`, `external_auditor.not_there` */
  private async refuseOthers(tx: TenantTransaction, { id, status }: LockedMember): Promise<void> {
    if (status !== 'active' && status !== 'invited') throw auditorNotThere();
    if (await this.auditors.holdsOthers(tx, id)) throw auditorHoldsRoles();
  }
}
