import { Injectable } from '@nestjs/common';
import { type NewInfrastructureAccess, systemActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound, Temporal } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { planWork } from '@smartpar/platform/jobs';
import { BarredAccessRepository } from './barred-access.repository';
import { TELL_WORK, TellOfAccess } from './tell-of-access';

/** Whoever runs the machines says that they reached an organization's data past the console. */
@Injectable()
export class RecordInfrastructureAccess {
  constructor(
    private readonly database: Database,
    private readonly barred: BarredAccessRepository,
    private readonly telling: TellOfAccess,
  ) {}

  /**
   * Tells the organization and its members at once; where the law bars that until a day, SmartPAR's own log has it meanwhile, nothing of the
   * organization does, and it is told on that day.
   * @returns id of what was recorded
   */
  async run(organizationId: string, access: NewInfrastructureAccess): Promise<string> {
    const id = newId();
    if (access.barredUntil === undefined || access.barredGround === undefined) {
      await this.database.tenant(systemActor(organizationId, 'operator'), (tx) => this.telling.run(tx, { ...access, id }));
      return id;
    }
    const workforce = (await this.database.installation())?.workforceOrganizationId;
    if (workforce === undefined) throw notFound();
    const [bar, salt] = [{ ground: access.barredGround, until: Temporal.Instant.from(access.barredUntil) }, newSalt()];
    const { kind, from, until, words } = access;
    const facts = { organizationId, kind, from, until, words: saltedHash(words, salt), ground: bar.ground, barredUntil: bar.until.toString() };
    await this.database.tenant(systemActor(workforce, 'operator'), async (tx) => {
      const entry = { action: 'infrastructure-access.withheld', target: { noun: 'infrastructure-access', id }, facts };
      await this.barred.add(tx, { ...access, id, salt, organizationId, bar }, entry);
      await planWork(tx, { organizationId, kind: TELL_WORK, subjectId: id, dueAt: bar.until });
    });
    return id;
  }
}
