import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@smartpar/audit/model';
import { recordEntry } from '@smartpar/audit/api';
import type { Installation, TenantTransaction } from '@smartpar/platform/database';

/** The one row that says what this installation is. */
@Injectable()
export class InstallationRepository {
  /**
   * Sets the installation up.
   * @param tx in the organization that keeps the platform log, which is made in the same transaction
   * @returns whether nobody had done it before
   */
  async add(tx: TenantTransaction, installation: Installation, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into installation (workforce_organization_id, direct_users_organization_id, mode) values ($1, $2, $3)
       on conflict do nothing returning mode`,
      [installation.workforceOrganizationId, installation.directUsersOrganizationId, installation.mode],
    );
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }
}
