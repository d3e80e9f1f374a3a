import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { enqueueMails } from '@smartpar/platform/mail';
import { AbilityHolders } from '../holders/ability-holders';
import type { AccessToTell } from './access-to-tell';
import { BarredAccessRepository } from './barred-access.repository';
import { InfrastructureAccessRepository } from './infrastructure-access.repository';
import { infrastructureAccessMail } from './mails/infrastructure-access.mail';

/** Kind of work: what could not be told lawfully is told. */
export const TELL_WORK = 'access.tell-of-infrastructure-access';

/** Tells an organization that somebody reached its data past the console: its members in their ledger, its log, and those who decide by mail. */
@Injectable()
export class TellOfAccess {
  constructor(
    private readonly database: Database,
    private readonly accesses: InfrastructureAccessRepository,
    private readonly barred: BarredAccessRepository,
    private readonly holders: AbilityHolders,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(TELL_WORK, (tx, { subjectId }) => this.tellWithheld(tx, subjectId))];
  }

  /** @param tx of the organization it is about */
  async run(tx: TenantTransaction, access: AccessToTell): Promise<void> {
    const { id, kind, from, until, words } = access;
    const salt = newSalt();
    const facts = { kind, from, until, words: saltedHash(words, salt) };
    await this.accesses.add(tx, { ...access, salt }, { action: 'infrastructure-access.recorded', target: { noun: 'infrastructure-access', id }, facts });
    const readers = await this.holders.reachable(tx, 'lockbox.decide');
    const { organizationId } = tx;
    await enqueueMails(
      tx,
      infrastructureAccessMail,
      readers.map(({ email, locale }) => ({ to: email, locale, facts: { kind, from, until }, organizationId, subjectId: id })),
    );
  }

  /** The day has come. What was withheld lies in SmartPAR's own organization, and the plan is spent with what it makes. */
  private async tellWithheld(tx: TenantTransaction, id: string): Promise<void> {
    const workforce = (await this.database.installation())?.workforceOrganizationId;
    if (workforce === undefined) return;
    const withheld = await this.database.tenant(systemActor(workforce, 'operator'), (own) => this.barred.find(own, id, tx.organizationId));
    if (withheld !== null) await this.run(tx, withheld);
  }
}
