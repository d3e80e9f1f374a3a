import { Injectable } from '@nestjs/common';
import {
  evidenceUnknown,
  type MemberActor,
  type ReportViolation as Report,
  VIOLATION_REVIEW_DAYS,
  violationOfLastOwner,
  violationOfOneself,
  type ViolationView,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { forgetAccount } from '../invalidation';
import { KnownActors } from '../known-actors';
import { CasePeople } from './case-people';
import { holdMembers } from './hold-members';
import { ReadViolations } from './read-violations';
import { ViolationMails } from './violation-mails';
import { planLapse, ViolationWork } from './violation-work';
import { ViolationRepository } from './violation.repository';

const OPERATION = 'violation.report';

/** Somebody broke what they promised: one act keeps them from others' data at once, and opens a case for others to look into. */
@Injectable()
export class ReportViolation {
  constructor(
    private readonly database: Database,
    private readonly people: CasePeople,
    private readonly violations: ViolationRepository,
    private readonly mails: ViolationMails,
    private readonly work: ViolationWork,
    private readonly reading: ReadViolations,
    private readonly actors: KnownActors,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `violation.oneself`, `violation.last_owner`, `violation.running`, `violation.evidence_unknown`
   */
  async run(actor: MemberActor, report: Report, key: string): Promise<ViolationView> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, report) };
    const view = await this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, attempt, { id: newId() });
      if (!replayed) await this.keep(tx, actor, { ...report, id: reference.id });
      return this.reading.present(tx, actor, reference.id);
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
    return view;
  }

  private async keep(tx: TenantTransaction, actor: MemberActor, { id, words, entryIds, memberId: named }: Report & { readonly id: string }): Promise<void> {
    const evidence = [...new Set(entryIds)];
    const memberId = named ?? (evidence[0] === undefined ? null : await this.violations.lookerOf(tx, evidence[0]));
    if (memberId === null) throw evidenceUnknown();
    if (memberId === actor.memberId) throw violationOfOneself();
    await holdMembers(tx, [memberId, actor.memberId]);
    const person = await this.people.lock(tx, memberId);
    if (person === null) throw notFound();
    if (person.lastOwner) throw violationOfLastOwner();
    if ((await this.violations.looksOf(tx, memberId, evidence)).length !== evidence.length) throw evidenceUnknown();
    // the clock may be read later than the job that says so: what has ended is told before anything begins anew
    for (const overdue of await this.violations.overdue(tx, memberId)) await this.work.lapse(tx, overdue);
    const [salt, lapsesAt] = [newSalt(), tx.at.add({ hours: 24 * VIOLATION_REVIEW_DAYS })];
    await this.violations.add(
      tx,
      { id, memberId, reportedById: actor.memberId, words, salt, evidence, lapsesAt },
      {
        action: 'violation.reported',
        target: { noun: 'violation', id },
        facts: { memberId, evidence: evidence.join(' '), words: saltedHash(words, salt) },
      },
    );
    if (person.accountId !== null) await forgetAccount(tx, person.accountId);
    await planLapse(tx, id, lapsesAt);
    await this.mails.reported(tx, { id, memberId, reportedById: actor.memberId });
  }
}
