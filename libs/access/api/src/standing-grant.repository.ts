import { Injectable } from '@nestjs/common';
import type { ChangedStanding, GrantedRole, ProfileCategory, StandingGrant, WideningStep } from '@smartpar/access/model';
import { grantsChangedMeanwhile } from '@smartpar/access/model';
import { recordEntries } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A grant an organization changed. */
export interface ChangedGrant extends ChangedStanding {
  readonly changedAt: Date;
}

/** What an organization changed about its grants, and how often it did. */
export interface KeptGrants {
  readonly version: number;
  readonly changed: readonly ChangedGrant[];
}

/** The version of an organization that never changed anything. */
const FIRST_VERSION = 1;

/** What an organization changed about who may see what. */
@Injectable()
export class StandingGrantRepository {
  /** Everything that is not as shipped. */
  async find(tx: TenantTransaction): Promise<KeptGrants> {
    const [[kept], changed] = await Promise.all([
      tx.query<{ version: number }>('select version from standing_grant_versions where organization_id = $1', [tx.organizationId]),
      tx.query<ChangedGrant>(
        `select role, category, mode, purposes, changed_at as "changedAt", widened_by as "widenedBy",
           case when widened_by is not null then json_build_object('mode', mode_before, 'purposes', purposes_before) end as before
         from standing_grants where organization_id = $1 order by role, category`,
        [tx.organizationId],
      ),
    ]);
    return { version: kept?.version ?? FIRST_VERSION, changed };
  }

  /**
   * Takes the next version; whoever comes second with the same one is refused.
   * @throws {DomainError} `standing_grant.changed_meanwhile`
   */
  async change(tx: TenantTransaction, version: number, change: GrantsToKeep, entries: readonly AuditEntry[]): Promise<void> {
    const taken = await tx.query(
      `insert into standing_grant_versions as v (organization_id, version) select $1, $2::integer + 1 where $2 = $3 or exists (
         select from standing_grant_versions o where o.organization_id = $1)
       on conflict (organization_id) do update set version = v.version + 1 where v.version = $2 returning version`,
      [tx.organizationId, version, FIRST_VERSION],
    );
    if (taken.length === 0) throw grantsChangedMeanwhile();
    await this.write(tx, change, entries);
  }

  /** Changes grants whatever the version is: somebody agreed to exactly that. */
  async agree(tx: TenantTransaction, change: GrantsToKeep, entries: readonly AuditEntry[]): Promise<void> {
    await tx.query(
      `insert into standing_grant_versions as v (organization_id, version) values ($1, $2::integer + 1)
       on conflict (organization_id) do update set version = v.version + 1`,
      [tx.organizationId, FIRST_VERSION],
    );
    await this.write(tx, change, entries);
  }

  private async write(tx: TenantTransaction, { kept, restored }: GrantsToKeep, entries: readonly AuditEntry[]): Promise<void> {
    for (const { role, category, mode, purposes, lone } of kept) {
      await tx.query(
        `insert into standing_grants (organization_id, role, category, mode, purposes, changed_at, widened_by, mode_before, purposes_before)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (organization_id, role, category) do update set mode = excluded.mode, purposes = excluded.purposes, changed_at = excluded.changed_at,
           widened_by = excluded.widened_by, mode_before = excluded.mode_before, purposes_before = excluded.purposes_before`,
        [tx.organizationId, role, category, mode, purposes, tx.at, lone?.by ?? null, lone?.before.mode ?? null, lone?.before.purposes ?? null],
      );
    }
    for (const { role, category } of restored) {
      await tx.query('delete from standing_grants where organization_id = $1 and role = $2 and category = $3', [tx.organizationId, role, category]);
    }
    await recordEntries(tx, entries);
  }
}

/** A grant to be kept, and whom it leaves out. */
export interface GrantToKeep extends StandingGrant {
  readonly lone: WideningStep['lone'];
}

/** What a change of grants comes to. */
export interface GrantsToKeep {
  /** those to be kept as they are given */
  readonly kept: readonly GrantToKeep[];
  /** those to be as shipped again */
  readonly restored: readonly { readonly role: GrantedRole; readonly category: ProfileCategory }[];
}
