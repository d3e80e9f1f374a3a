import type { ProfileCategory, Role, Sight } from '@smartpar/access/model';
import type { ShownProfile, MemberStatus } from '@smartpar/members/model';
import type { ConditionColumns } from '@smartpar/platform/database';

/** Whether a member is an owner, as SQL on a row `m`. */
export const IS_OWNER = `exists (select from member_roles o where o.organization_id = m.organization_id and o.member_id = m.id and o.role = 'owner')`;

/** The groups a member is in, as SQL on a row `m`. */
const GROUPS_OF = 'select from group_places g where g.organization_id = m.organization_id and g.member_id = m.id';

/** The facts of a member the access file may speak of, as columns. */
export const MEMBER_CONDITIONS: ConditionColumns = {
  id: { sql: 'm.id', type: 'uuid' },
  owner: { sql: IS_OWNER, type: 'boolean' },
  siteId: { sql: 'm.site_id', type: 'uuid' },
  groupIds: { sql: 'g.group_id', type: 'uuid', someOf: (comparison) => `exists (${GROUPS_OF} and ${comparison})` },
};

/**
 * The same facts, asked of one row after the other: what is asked of a page's rows only must not be worked out for everybody beforehand, which
 * the planner does with a condition it could turn round. A member is in few groups, so that these are read once, and not once for each group
 * that is named: the index must not know that it is groups that are compared.
 */
export const ROW_CONDITIONS: ConditionColumns = {
  ...MEMBER_CONDITIONS,
  groupIds: {
    sql: '(g.group_id::text)::uuid',
    type: 'uuid',
    someOf: (comparison) => `coalesce((${GROUPS_OF.replace('select from', 'select true from')} and ${comparison} limit 1), false)`,
  },
};

/** Whoever was de-identified is no known person any more: they are in no list, and no page opens on them. */
export const KNOWN = `m.status <> 'de-identified'`;

/** Whoever leads a member `m`, by number, which says nothing personal by itself. */
export const MANAGER = `(
  select json_build_object('id', l.id, 'number', l.number) from members l
  where l.organization_id = m.organization_id and l.id = m.manager_id and l.status <> 'de-identified')`;

/** The columns of each category, and of no other, with their names in a row. */
export const PROFILE_COLUMNS: Readonly<Record<ProfileCategory, readonly (readonly [sql: string, name: keyof ShownProfile])[]>> = {
  'user.name': [
    ['m.first_name', 'firstName'],
    ['m.last_name', 'lastName'],
    ['m.display_name', 'displayName'],
  ],
  'user.contact.email.work': [['m.email', 'email']],
  'user.contact.phone_number.work': [['m.phone', 'phone']],
  'user.contact.email.private': [['m.private_email', 'privateEmail']],
  'user.contact.phone_number.private': [['m.private_phone', 'privatePhone']],
  'user.workplace': [
    ['m.department', 'department'],
    ['m.employee_number', 'employeeNumber'],
    [MANAGER, 'manager'],
  ],
  'user.location': [
    ['m.country', 'country'],
    ['m.time_zone', 'timeZone'],
  ],
};

/** What of a member stands in a list. */
export const LISTED_CATEGORIES = ['user.name', 'user.contact.email.work', 'user.contact.phone_number.work'] as const satisfies readonly ProfileCategory[];

/** A row of a member, with the personal data that is shown. */
export interface MemberRow extends ShownProfile {
  readonly id: string;
  readonly number: number;
  readonly status: MemberStatus;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly roles: readonly Role[];
  /** how many roles they hold beside these: of the organization's own, or for a site or a group */
  readonly furtherRoles: number;
}

/** The columns of a member `m`; personal data only of some categories, and only where it is shown. */
export const memberColumns = (sight: Sight, categories: readonly ProfileCategory[] = LISTED_CATEGORIES): string =>
  [
    `m.id, m.number, m.status, m.site_id as "siteId"`,
    `(select s.name from sites s where s.organization_id = m.organization_id and s.id = m.site_id) as "siteName"`,
    `array(select r.role from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id order by r.role) as roles`,
    `(select count(*)::int from role_assignments a where a.organization_id = m.organization_id and a.member_id = m.id) as "furtherRoles"`,
    ...categories
      .filter((category) => sight[category] === 'shown')
      .flatMap((category) => PROFILE_COLUMNS[category].map(([sql, name]) => `${sql} as "${name}"`)),
  ].join(', ');

/** The site of a row. */
export const siteOf = ({ siteId, siteName }: Pick<MemberRow, 'siteId' | 'siteName'>): { readonly id: string; readonly name: string } | null =>
  siteId === null || siteName === null ? null : { id: siteId, name: siteName };

/** The personal data of a row as a list shows it; what was not selected is not there. */
export const profileOf = ({ firstName, lastName, displayName, email, phone }: ShownProfile): ShownProfile => ({
  firstName,
  lastName,
  displayName,
  email,
  phone,
});

/** All personal data of a row; what was not selected is not there. */
export const wholeProfileOf = (row: ShownProfile): ShownProfile => {
  const { privateEmail, privatePhone, department, employeeNumber, manager, country, timeZone } = row;
  return { ...profileOf(row), privateEmail, privatePhone, department, employeeNumber, manager, country, timeZone };
};
