import type { Role } from '@smartpar/access/model';
import type { FieldOrigins, MemberStatus } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { INVITATION_COLUMNS, type InvitationRow } from './invitation-row';
import { IS_OWNER, KNOWN } from './member-columns';
import { ORIGIN_COLUMNS } from './profile/profile.repository';

/** A member somebody is about to change: nobody else changes them until the transaction ends. */
export interface LockedMember extends InvitationRow, FieldOrigins {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly status: MemberStatus;
  readonly accountId: string | null;
  /** `null` for somebody of whom the directory knows no address for work */
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly displayName: string | null;
  readonly phone: string | null;
  readonly privateEmail: string | null;
  readonly privatePhone: string | null;
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly department: string | null;
  readonly employeeNumber: string | null;
  readonly managerId: string | null;
  readonly siteId: string | null;
  /** where their site is */
  readonly siteCountry: string | null;
  readonly locale: Locale;
  readonly owner: boolean;
  readonly groupIds: readonly string[];
  readonly roles: readonly Role[];
  /** the invitation whose link works, if any does */
  readonly invitationId: string | null;
}

const LOCK = 'select from members where organization_id = $1 and id = $2 for update';

const READ = `
  select m.id, m.number, m.version, m.status, m.account_id as "accountId", m.email, m.first_name as "firstName", m.last_name as "lastName",
         m.display_name as "displayName", m.phone, m.private_email as "privateEmail", m.private_phone as "privatePhone", m.time_zone as "timeZone", m.country,
         m.department, m.employee_number as "employeeNumber", m.manager_id as "managerId", ${ORIGIN_COLUMNS},
         m.site_id as "siteId", (select s.country from sites s where s.organization_id = m.organization_id and s.id = m.site_id) as "siteCountry", m.locale,
         ${IS_OWNER} as owner,
         array(select r.role from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id) as roles,
         array(select g.group_id::text from group_places g where g.organization_id = m.organization_id and g.member_id = m.id) as "groupIds",
         i.id as "invitationId", ${INVITATION_COLUMNS}
  from members m left join member_invitations i on i.organization_id = m.organization_id and i.member_id = m.id
  where m.organization_id = $1 and m.id = $2 and ${KNOWN}`;

/**
 * Reads a member for changing them. The lock comes first, so that roles and invitation are read after whoever held it has finished; giving
 * a role waits for it too, through the foreign key.
 * @returns `null` where there is no such member
 */
export async function lockMember(tx: TenantTransaction, memberId: string): Promise<LockedMember | null> {
  const values = [tx.organizationId, memberId];
  const [, [row]] = await Promise.all([tx.query(LOCK, values), tx.query<LockedMember>(READ, values)]);
  return row ?? null;
}
