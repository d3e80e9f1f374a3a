import { Injectable } from '@nestjs/common';
import { forgetOrganization } from '@smartpar/access/api';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { FactorRequirement } from '@smartpar/identity/model';
import { Database, type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** The requirement with the version it has. */
export interface KeptRequirement extends FactorRequirement {
  readonly version: number;
}

const SELECT = 'select since, grace_days as "graceDays", version from factor_requirements where organization_id = $1';

/** What every organization starts with: no requirement, two weeks of grace proposed. */
const NONE: KeptRequirement = { since: null, graceDays: 14, version: 0 };

interface Row {
  readonly since: Date | null;
  readonly graceDays: number;
  readonly version: number;
}

/** Whether an organization asks its members for a second factor. */
@Injectable()
export class FactorRequirementRepository {
  constructor(private readonly database: Database) {}

  /** Reads on its own, in one round trip. */
  async find(organizationId: string): Promise<KeptRequirement> {
    return keptOf(await this.database.readTenant<Row>(organizationId, { text: SELECT, values: [organizationId] }));
  }

  /** Reads within a transaction. */
  async within(tx: TenantTransaction): Promise<KeptRequirement> {
    return keptOf(await tx.query<Row>(SELECT, [tx.organizationId]));
  }

  /**
   * Keeps it, unless somebody changed it since the version that was read.
   * @returns whether it was kept
   */
  async keep(tx: TenantTransaction, { since, graceDays, version }: KeptRequirement, entry: AuditEntry): Promise<boolean> {
    const kept = await tx.query(
      `insert into factor_requirements as r (organization_id, since, grace_days, version) select $1, $2::timestamptz, $3::integer, 1 where $4::integer = 0
       on conflict (organization_id) do nothing returning version`,
      [tx.organizationId, since, graceDays, version],
    );
    const changed =
      kept.length === 1
        ? kept
        : await tx.query(
            `update factor_requirements set since = $2, grace_days = $3, version = version + 1 where organization_id = $1 and version = $4 returning version`,
            [tx.organizationId, since, graceDays, version],
          );
    if (changed.length === 0) return false;
    await Promise.all([recordEntry(tx, entry), forgetOrganization(tx)]);
    return true;
  }
}

const keptOf = ([row]: readonly Row[]): KeptRequirement => (row === undefined ? NONE : { ...row, since: row.since === null ? null : toInstant(row.since) });
