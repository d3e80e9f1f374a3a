import { Injectable } from '@nestjs/common';
import { EntryRules } from '@smartpar/access/api';
import { type EntryConditions, isStaffRole, type MemberActor } from '@smartpar/access/model';
import { requiredFrom } from '@smartpar/identity/model';
import { Temporal } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { EntryEndsRepository } from './entry-ends.repository';
import { FactorRequirementRepository } from './factor-requirement.repository';
import { FactorResetsRepository } from './factor-resets.repository';
import { IdentityConfiguration } from './identity-configuration';

/** SmartPAR's staff need a second factor from the first day. */
const ALWAYS = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * An organization asks for a second factor where its owner said so, of SmartPAR's staff always, and after a reset for one set up since. Whomever it
 * signed out it asks for their password.
 */
@Injectable()
export class FactorEntryRules extends EntryRules {
  constructor(
    private readonly database: Database,
    private readonly requirements: FactorRequirementRepository,
    private readonly resets: FactorResetsRepository,
    private readonly ends: EntryEndsRepository,
    private readonly configuration: IdentityConfiguration,
  ) {
    super();
  }

  override async conditionsFor({ accountId, organizationId, roles }: MemberActor): Promise<EntryConditions> {
    const [requirement, [factorAfter, provedAfter]] = await Promise.all([
      this.requirements.find(organizationId),
      this.database.account(accountId, (tx) => Promise.all([this.resets.at(tx, organizationId), this.ends.at(tx, organizationId)])),
    ]);
    const staff = this.configuration.staffFactor === 'required' && roles.some(isStaffRole);
    return { factorFrom: staff ? ALWAYS : requiredFrom(requirement), factorAfter, provedAfter };
  }
}
