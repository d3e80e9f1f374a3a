import { Injectable } from '@nestjs/common';
import { RoleHolders } from '@smartpar/access/api';
import type { Role } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';

/** Counts the active members who hold each role. */
@Injectable()
export class ActiveHolders extends RoleHolders {
  constructor(private readonly database: Database) {
    super();
  }

  override async countIn(organizationId: string): Promise<ReadonlyMap<Role, number>> {
    const rows = await this.database.readTenant<{ role: Role; count: number }>(organizationId, {
      text: `select r.role, count(*)::int as count from member_roles r
             join members m on m.organization_id = r.organization_id and m.id = r.member_id
             where r.organization_id = $1 and m.status = 'active' group by r.role`,
      values: [organizationId],
    });
    return new Map(rows.map(({ role, count }) => [role, count]));
  }
}
