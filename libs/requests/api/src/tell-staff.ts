import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import type { AuditEntry } from '@smartpar/audit/model';
import { recordEntry } from '@smartpar/audit/api';
import { type Escalation, EscalationRepository } from './escalation.repository';
import { escalationMail } from './mails/escalation.mail';
import { Administrators } from './ports/administrators';
import { Answerers } from './ports/answerers';
import { RequestRepository } from './request.repository';

/** Roles of the staff who are told. */
const STAFF = ['privacy-counsel', 'support', 'platform-operator'] as const;

const MS_A_DAY = 86_400_000;

/** Tells SmartPAR's staff that an organization lets a request lie: organization, age and state, nothing else. */
@Injectable()
export class TellStaff {
  constructor(
    private readonly database: Database,
    private readonly escalations: EscalationRepository,
    private readonly requests: RequestRepository,
    private readonly answerers: Answerers,
    private readonly administrators: Administrators,
  ) {}

  /** @param tx of SmartPAR's workforce */
  async run(tx: TenantTransaction, escalationId: string): Promise<void> {
    const escalation = await this.escalations.findOpen(tx, escalationId);
    if (escalation === null) return;
    const [staff, concerned] = await Promise.all([this.answerers.holding(tx, STAFF), this.concernedAddress(escalation)]);
    const readers = staff.filter(({ email }) => email !== null && email.toLowerCase() !== concerned);
    const ageInDays = Math.floor((tx.at.epochMilliseconds - escalation.askedAt.getTime()) / MS_A_DAY);
    const facts = { organization: escalation.organizationName, ageInDays, state: escalation.state };
    const entry: AuditEntry = {
      action: 'escalation.told',
      target: { noun: 'escalation', id: escalationId },
      facts: { ageInDays, state: escalation.state, told: readers.length },
    };
    await Promise.all([
      ...readers.map(({ email, locale }) => enqueueMail(tx, escalationMail, { to: email ?? '', locale, facts, subjectId: escalationId })),
      recordEntry(tx, entry),
    ]);
  }

  /** Address of whom the request is about, a member or the named contact who is none: they may also be one of the staff. */
  private concernedAddress({ organizationId, requestId }: Escalation): Promise<string | null> {
    return this.database.tenant(systemActor(organizationId, 'escalation'), async (tx) => {
      const request = await this.requests.find(tx, requestId);
      if (request === null) return null;
      if (request.aboutMemberId === null) return request.aboutContact ? ((await this.administrators.within(tx)).contact?.email.toLowerCase() ?? null) : null;
      const [member] = await this.answerers.find(tx, [request.aboutMemberId]);
      return member?.email?.toLowerCase() ?? null;
    });
  }
}
