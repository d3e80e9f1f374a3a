import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { afterSetting, type FactorRequirementInput, type FactorRequirementView, requiredFrom, requirementChangedMeanwhile } from '@smartpar/identity/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { FactorRequirementRepository, type KeptRequirement } from './factor-requirement.repository';

const OPERATION = 'second-factor-requirement.set';

/** Keeps whether an organization asks its members for a second factor. */
@Injectable()
export class KeepRequirement {
  constructor(
    private readonly database: Database,
    private readonly requirements: FactorRequirementRepository,
  ) {}

  async show({ organizationId }: MemberActor): Promise<FactorRequirementView> {
    return viewOf(await this.requirements.find(organizationId));
  }

  /** @throws {DomainError} 409 where somebody else changed it meanwhile */
  async set(actor: MemberActor, { version, ...wanted }: FactorRequirementInput, key: string): Promise<FactorRequirementView> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, { version, ...wanted }) };
    return this.database.tenant(actor, async (tx) => {
      const [{ replayed }, before] = [await once(tx, attempt, {}), await this.requirements.within(tx)];
      if (replayed) return viewOf(before);
      const after = afterSetting(before, wanted, tx.at);
      const facts = { required: after.since !== null, graceDays: after.graceDays };
      const entry = { action: 'second-factor-requirement.set', target: { noun: 'organization', id: tx.organizationId }, facts };
      if (!(await this.requirements.keep(tx, { ...after, version }, entry))) throw requirementChangedMeanwhile();
      return viewOf(await this.requirements.within(tx));
    });
  }
}

const viewOf = (requirement: KeptRequirement): FactorRequirementView => ({
  required: requirement.since !== null,
  graceDays: requirement.graceDays,
  requiredFrom: requiredFrom(requirement)?.toString() ?? null,
  version: requirement.version,
});
