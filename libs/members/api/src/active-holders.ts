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

  override async countOver(organizationId: string, memberId: string): Promise<ReadonlyMap<Role, number>> {
    const rows = await this.database.readTenant<{ role: Role; count: number }>(organizationId, {
      text: `select h.role, count(*)::int as count from (
               select r.role, r.member_id from member_roles r where r.organization_id = $1
               union select a.built_in, a.member_id from role_assignments a where a.organization_id = $1 and a.built_in is not null
                 and (a.site_id = (select s.site_id from members s where s.organization_id = $1 and s.id = $2)
                   or a.group_id in (select p.group_id from group_places p where p.organization_id = $1 and p.member_id = $2))) h
             join members m on m.organization_id = $1 and m.id = h.member_id
             where m.status = 'active' group by h.role`,
      values: [organizationId, memberId],
    });
    return new Map(rows.map(({ role, count }) => [role, count]));
  }

  override async countAnywhere(organizationId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.readTenant<{ role: string; count: number }>(organizationId, {
      text: `select h.role, count(distinct h.member_id)::int as count from (${HELD_ANYWHERE}) h
             join members m on m.organization_id = $1 and m.id = h.member_id where m.status = 'active' group by h.role`,
      values: [organizationId],
    });
    return new Map(rows.map(({ role, count }) => [role, count]));
  }
}

/** Every role that is held in an organization, by whom. */
export const HELD_ANYWHERE = `
  select r.role, r.member_id from member_roles r where r.organization_id = $1
  union all select coalesce(a.built_in, a.custom_role_id::text), a.member_id from role_assignments a where a.organization_id = $1`;
