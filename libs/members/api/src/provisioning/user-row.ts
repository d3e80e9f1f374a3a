import { ENTERPRISE_SCHEMA, type FurtherValue, type ScimValue, USER_SCHEMA } from '@smartpar/members/model';
import { USER_NAME, USER_SQL } from './user-columns';

/** A member as a directory reads them. */
export interface UserRow {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly externalId: string | null;
  readonly userName: string;
  readonly formatted: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly displayName: string | null;
  readonly userType: string | null;
  readonly preferredLanguage: string | null;
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly active: boolean | null;
  readonly workEmail: string | null;
  readonly homeEmail: string | null;
  readonly firstEmail: string;
  readonly moreEmails: readonly FurtherValue[] | null;
  readonly workPhone: string | null;
  readonly homePhone: string | null;
  readonly firstPhone: string;
  readonly workPhoneKind: string;
  readonly homePhoneKind: string;
  readonly morePhones: readonly FurtherValue[] | null;
  readonly employeeNumber: string | null;
  readonly department: string | null;
  readonly managerId: string | null;
  /** the identifier, or whatever the directory says of somebody who is not here */
  readonly manager: string | null;
  readonly managerName: string | null;
  readonly groups: readonly { readonly value: string; readonly display: string }[] | null;
}

/** Which columns that cost more than a row are read. */
export interface Further {
  readonly groups: boolean;
  readonly manager: boolean;
}

const GROUPS_OF = `(
  select coalesce(json_agg(json_build_object('value', n.id, 'display', n.name) order by n.name_folded), '[]')
  from grouped_members g join member_groups n on n.organization_id = g.organization_id and n.id = g.group_id
  where g.organization_id = m.organization_id and g.member_id = m.id)`;

/** The columns of a member `m` that a directory reads. */
export const userColumns = ({ groups, manager }: Further): string => `
  m.id, m.version, m.created_at as "createdAt", ${USER_SQL.changedAt} as "changedAt", m.external_id as "externalId", ${USER_NAME} as "userName",
  ${USER_SQL.formatted} as formatted, m.last_name as "familyName", m.first_name as "givenName", m.display_name as "displayName",
  ${USER_SQL.userType} as "userType", ${USER_SQL.preferredLanguage} as "preferredLanguage", ${USER_SQL.locale} as locale, m.time_zone as timezone,
  ${USER_SQL.active} as active, m.email as "workEmail", ${USER_SQL.homeEmail} as "homeEmail", coalesce(m.directory_values ->> 'emailPrimary', 'work') as "firstEmail",
  ${USER_SQL.workPhone} as "workPhone", ${USER_SQL.homePhone} as "homePhone", coalesce(m.directory_values ->> 'phonePrimary', 'work') as "firstPhone",
  ${USER_SQL.workPhoneKind} as "workPhoneKind", ${USER_SQL.homePhoneKind} as "homePhoneKind",
  m.directory_values -> 'moreEmails' as "moreEmails", m.directory_values -> 'morePhones' as "morePhones",
  m.employee_number as "employeeNumber", m.department, m.manager_id as "managerId", ${USER_SQL.manager} as manager,
  ${manager ? `case when m.manager_id is null then null else ${USER_SQL.managerName} end` : 'null'} as "managerName", ${groups ? GROUPS_OF : 'null'} as groups`;

/** Versions of resources, as they travel in the header ETag. @see RFC 7644 section 3.14 */
export const etagOf = (version: number): string => `W/"${version}"`;

interface Several {
  readonly work: string | null;
  readonly home: string | null;
  readonly workKind?: string;
  readonly homeKind?: string;
  readonly first: string;
  readonly more: readonly FurtherValue[] | null;
}

const placed = ({ work, home, workKind = 'work', homeKind = 'home', first, more }: Several): readonly FurtherValue[] | undefined => {
  const values = [
    ...(work === null ? [] : [{ value: work, type: workKind, primary: first === 'work' }]),
    ...(home === null ? [] : [{ value: home, type: homeKind, primary: first === 'home' }]),
    ...(more ?? []),
  ];
  return values.length === 0 ? undefined : values;
};

/** What has no value is left out. */
const given = (values: Readonly<Record<string, unknown>>): ScimValue =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/**
 * A member as a user.
 * @param base address everything is below
 */
export function userView(row: UserRow, base: string): ScimValue {
  const enterprise = given({ employeeNumber: row.employeeNumber, department: row.department, manager: managerView(row, base) });
  const extended = Object.keys(enterprise).length > 0;
  const name = given({ formatted: row.formatted, familyName: row.familyName, givenName: row.givenName });
  return given({
    schemas: extended ? [USER_SCHEMA, ENTERPRISE_SCHEMA] : [USER_SCHEMA],
    id: row.id,
    externalId: row.externalId,
    meta: {
      resourceType: 'User',
      created: row.createdAt.toISOString(),
      lastModified: row.changedAt.toISOString(),
      location: `${base}/Users/${row.id}`,
      version: etagOf(row.version),
    },
    userName: row.userName,
    name: Object.keys(name).length === 0 ? null : name,
    displayName: row.displayName,
    userType: row.userType,
    preferredLanguage: row.preferredLanguage,
    locale: row.locale,
    timezone: row.timezone,
    active: row.active,
    emails: placed({ work: row.workEmail, home: row.homeEmail, first: row.firstEmail, more: row.moreEmails }),
    phoneNumbers: placed({
      ...{ work: row.workPhone, home: row.homePhone, workKind: row.workPhoneKind, homeKind: row.homePhoneKind },
      ...{ first: row.firstPhone, more: row.morePhones },
    }),
    groups: row.groups === null || row.groups.length === 0 ? null : row.groups.map((group) => groupOf(group, base)),
    [ENTERPRISE_SCHEMA]: extended ? enterprise : null,
  });
}

const managerView = ({ manager, managerId, managerName }: UserRow, base: string): ScimValue | null =>
  manager === null ? null : given({ value: manager, $ref: managerId === null ? null : `${base}/Users/${managerId}`, displayName: managerName });

const groupOf = ({ value, display }: { readonly value: string; readonly display: string }, base: string): ScimValue => ({
  value,
  $ref: `${base}/Groups/${value}`,
  display,
  type: 'direct',
});
