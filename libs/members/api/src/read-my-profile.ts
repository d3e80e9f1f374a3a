import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound, Time } from '@smartpar/kernel';
import { ADDRESS_LINK_LIFETIME, type MyProfile } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { furtherRoles } from './assignments/further-roles';
import { instantColumn } from './instant-text';
import { KNOWN, MANAGER } from './member-columns';
import { attributeColumn, attributesOf, standingsOf, type StandingRow, TOLD_COLUMNS } from './profile/profile-rows';

const OWN = `
  select m.id as "memberId", m.number, m.version, m.status, ${instantColumn('m.created_at')} as "joinedAt",
         m.first_name as "firstName", m.last_name as "lastName", m.display_name as "displayName", m.email, m.phone,
         m.private_email as "privateEmail", m.private_phone as "privatePhone", m.department, m.employee_number as "employeeNumber", m.country,
         m.time_zone as "timeZone", m.locale, ${MANAGER} as manager,
         (select p.email from member_address_proposals p
          where p.organization_id = m.organization_id and p.member_id = m.id and p.created_at > $3::timestamptz) as "privateEmailAsked",
         ${TOLD_COLUMNS}, ${attributeColumn('true', 'all')},
         json_build_object('type', m.worker_type, 'until', m.worker_until) as worker,
         (select json_build_object('id', s.id, 'name', s.name) from sites s where s.organization_id = m.organization_id and s.id = m.site_id) as site,
         coalesce((select json_agg(json_build_object('role', r.role, 'since', ${instantColumn('r.granted_at')}) order by r.role)
                   from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id), '[]') as roles,
         ${furtherRoles('m')} as further,
         coalesce((select json_agg(json_build_object('name', n.name, 'since', ${instantColumn('g.since')}) order by n.name_folded)
                   from group_places g join member_groups n on n.organization_id = g.organization_id and n.id = g.group_id
                   where g.organization_id = m.organization_id and g.member_id = m.id), '[]') as groups
  from members m where m.organization_id = $1 and m.id = $2 and ${KNOWN}`;

type OwnRow = Omit<MyProfile, 'fields' | 'attributes'> & StandingRow;

/** What an organization keeps about the member who asks. It is their own data, so no grant is asked for and no look is written down. */
@Injectable()
export class ReadMyProfile {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `not_found` */
  async run({ organizationId, memberId }: MemberActor): Promise<MyProfile> {
    const values = [organizationId, memberId, this.time.now().subtract(ADDRESS_LINK_LIFETIME)];
    const [row] = await this.database.readTenant<OwnRow>(organizationId, { text: OWN, values });
    if (row === undefined) throw notFound();
    return { ...row, fields: standingsOf(row, row.locale, 'own'), attributes: attributesOf(row) };
  }
}
