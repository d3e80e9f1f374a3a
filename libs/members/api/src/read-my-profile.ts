import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import type { MyProfile } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { instantColumn } from './instant-text';
import { KNOWN } from './member-columns';

const OWN = `
  select m.id as "memberId", m.number, m.version, m.status, ${instantColumn('m.created_at')} as "joinedAt",
         m.first_name as "firstName", m.last_name as "lastName", m.email, m.phone, m.locale,
         (select json_build_object('id', s.id, 'name', s.name) from sites s where s.organization_id = m.organization_id and s.id = m.site_id) as site,
         coalesce((select json_agg(json_build_object('role', r.role, 'since', ${instantColumn('r.granted_at')}) order by r.role)
                   from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id), '[]') as roles
  from members m where m.organization_id = $1 and m.id = $2 and ${KNOWN}`;

/** What an organization keeps about the member who asks. It is their own data, so no grant is asked for and no look is written down. */
@Injectable()
export class ReadMyProfile {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `not_found` */
  async run({ organizationId, memberId }: MemberActor): Promise<MyProfile> {
    const [profile] = await this.database.readTenant<MyProfile>(organizationId, { text: OWN, values: [organizationId, memberId] });
    if (profile === undefined) throw notFound();
    return profile;
  }
}
