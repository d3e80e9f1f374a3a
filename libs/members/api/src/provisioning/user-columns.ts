import type { Actor } from '@smartpar/access/model';
import { ENTERPRISE_SCHEMA, foldUserName, GROUP_SCHEMA, GROUP_TYPE, USER_SCHEMA, USER_TYPE } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import type { SqlResource, SqlValue, SqlValues } from './scim-sql';

/** Whom a directory sees: everybody it has not taken away, and who is still a known person. */
export const SEEN = `m.hidden_at is null and m.status <> 'de-identified'`;

/** The name by which a directory finds a member `m`: the one it gave, or the address of whoever it has not named. */
export const USER_NAME = `coalesce(m.user_name, m.email, 'M-' || m.number::text)`;

/** The same in the form in which names are compared; it has an index. */
export const USER_NAME_FOLDED = 'm.directory_name';

/**
 * A value as the directory wrote it, for as long as what was made of it stands; else what stands there now.
 * @param current what stands there
 */
const said = (key: string, current: string, otherwise = current): string => `
  case when m.directory_values -> '${key}' is not null and m.directory_values -> '${key}' ->> 'kept' is not distinct from ${current}
    then m.directory_values -> '${key}' ->> 'said' else ${otherwise} end`;

/** The kind of a number: its place, or what the directory called it, for as long as the number stands. */
const kindOf = (place: 'work' | 'home', current: string): string => `
  case when m.directory_values -> '${place}Phone' ->> 'kept' is not distinct from ${current}
    then coalesce(m.directory_values -> '${place}Phone' ->> 'type', '${place}') else '${place}' end`;

const isFirst = (what: 'email' | 'phone', place: string): string => `coalesce(m.directory_values ->> '${what}Primary', 'work') = '${place}'`;

/** The name a member `m` is shown by. */
export const SHOWN_NAME = `coalesce(m.display_name, nullif(concat_ws(' ', m.first_name, m.last_name), ''), ${USER_NAME})`;

/** Whether the person themself gave a value of a member `m`: what is private and theirs is not told to the directory. */
const isTheirs = (field: 'privateEmail' | 'privatePhone'): string => `exists (
  select from member_field_sources t
  where t.organization_id = m.organization_id and t.member_id = m.id and t.field = '${field}' and t.source = 'person')`;

/** A private value as the directory knows it, in the row as `current`. */
const ofDirectory = (field: 'privateEmail' | 'privatePhone', current: string, value = current): string =>
  `(case when ${current} is not null and not ${isTheirs(field)} then ${value} end)`;

const WHOLE_NAME = `nullif(concat_ws(' ', m.first_name, m.last_name), '')`;

/** What is read of a member, each as in SQL. */
export const USER_SQL = Object.freeze({
  userName: USER_NAME,
  userType: said('userType', 'm.worker_type', `case when m.directory_values -> 'userType' is null then null else initcap(m.worker_type) end`),
  preferredLanguage: said('preferredLanguage', 'm.locale', `case when m.directory_values -> 'preferredLanguage' is null then null else m.locale end`),
  locale: `m.directory_values -> 'locale' ->> 'said'`,
  workPhone: said('workPhone', 'm.phone'),
  homeEmail: ofDirectory('privateEmail', 'm.private_email'),
  homePhone: ofDirectory('privatePhone', 'm.private_phone', said('homePhone', 'm.private_phone')),
  // whoever takes it away says nothing of it any more: the member stays as they are
  active: `(case when m.directory_values -> 'activeUnsaid' is null then m.status in ('invited', 'active') end)`,
  changedAt: 'coalesce(m.changed_at, m.created_at)',
  workPhoneKind: kindOf('work', 'm.phone'),
  homePhoneKind: kindOf('home', 'm.private_phone'),
  formatted: said('formatted', WHOLE_NAME),
  manager: said('manager', 'm.manager_id::text'),
  managerName: `(select coalesce(l.display_name, nullif(concat_ws(' ', l.first_name, l.last_name), '')) from members l where l.organization_id = m.organization_id and l.id = m.manager_id)`,
});

const text = (sql: string): SqlValue => ({ sql, kind: 'text' });

const placed = (what: 'email' | 'phone', place: 'work' | 'home', value: SqlValue, type: SqlValues['parts'][string] = { always: place }): SqlValues => ({
  present: `${value.sql} is not null`,
  parts: { value, type, primary: { sql: isFirst(what, place), kind: 'boolean' } },
});

/** Values that have no place in the row; few have any, and those are found by an index. */
const further = (key: 'moreEmails' | 'morePhones'): SqlValues => ({
  exists: (condition) =>
    `(m.directory_values -> '${key}' is not null and exists (select from jsonb_array_elements(m.directory_values -> '${key}') as e (one) where ${condition}))`,
  present: 'e.one is not null',
  parts: {
    value: text(`e.one ->> 'value'`),
    type: text(`e.one ->> 'type'`),
    primary: { sql: `coalesce((e.one ->> 'primary')::boolean, false)`, kind: 'boolean' },
  },
});

/** What every resource of a kind says of itself. */
const metaOf = (kind: 'User' | 'Group', version: string): SqlResource['values'] => ({
  'meta.resourceType': { sql: `'${kind}'::text`, kind: 'exact' },
  'meta.version': { sql: `'W/"' || ${version} || '"'`, kind: 'exact' },
});

/** Whether anything of the enterprise extension is known. */
const IS_ENTERPRISE = `(m.employee_number is not null or m.department is not null or (${USER_SQL.manager}) is not null)`;

/** Members, as filters and orders find them. */
export const USERS: SqlResource = {
  type: USER_TYPE,
  values: {
    id: { sql: 'm.id', kind: 'id' },
    externalId: { sql: 'm.external_id', kind: 'exact' },
    userName: { sql: USER_NAME, kind: 'text', lookup: { sql: USER_NAME_FOLDED, fold: foldUserName } },
    'name.familyName': text('m.last_name'),
    'name.givenName': text('m.first_name'),
    'name.formatted': text(USER_SQL.formatted),
    displayName: text('m.display_name'),
    userType: text(USER_SQL.userType),
    preferredLanguage: text(USER_SQL.preferredLanguage),
    locale: text(USER_SQL.locale),
    timezone: text('m.time_zone'),
    active: { sql: USER_SQL.active, kind: 'boolean' },
    ...metaOf('User', 'm.version'),
    'meta.created': { sql: 'm.created_at', kind: 'moment' },
    'meta.lastModified': { sql: USER_SQL.changedAt, kind: 'moment' },
    [`${ENTERPRISE_SCHEMA}:employeeNumber`]: text('m.employee_number'),
    [`${ENTERPRISE_SCHEMA}:department`]: text('m.department'),
    [`${ENTERPRISE_SCHEMA}:manager.value`]: { sql: USER_SQL.manager, kind: 'exact' },
    [`${ENTERPRISE_SCHEMA}:manager.displayName`]: text(USER_SQL.managerName),
  },
  lists: {
    schemas: [
      { present: 'true', parts: { value: { always: USER_SCHEMA } } },
      { present: IS_ENTERPRISE, parts: { value: { always: ENTERPRISE_SCHEMA } } },
    ],
    emails: [
      placed('email', 'work', { sql: 'm.email', kind: 'text', lookup: { sql: 'm.email_folded', fold: foldAddress } }),
      placed('email', 'home', {
        ...text(USER_SQL.homeEmail),
        lookup: { sql: 'm.private_email_folded', fold: (value) => value.toLowerCase() },
      }),
      further('moreEmails'),
    ],
    phoneNumbers: [
      placed('phone', 'work', text(USER_SQL.workPhone), text(USER_SQL.workPhoneKind)),
      placed('phone', 'home', text(USER_SQL.homePhone), text(USER_SQL.homePhoneKind)),
      further('morePhones'),
    ],
    groups: [
      {
        exists: (condition) => `exists (select from grouped_members g where g.organization_id = m.organization_id and g.member_id = m.id and ${condition})`,
        present: 'g.group_id is not null',
        parts: {
          value: { sql: 'g.group_id', kind: 'id' },
          display: text('(select n.name from member_groups n where n.organization_id = g.organization_id and n.id = g.group_id)'),
          type: { always: 'direct' },
        },
      },
    ],
  },
};

/** Members of a group `g` whom the directory has taken away are in none for it. */
export const SEEN_IN_GROUP = `exists (select from members m where m.organization_id = g.organization_id and m.id = g.member_id and ${SEEN})`;

/**
 * Groups, as filters and orders find them.
 * @param display the name of a member in one
 */
const groupsWith = (display: SqlValue): SqlResource => ({
  type: GROUP_TYPE,
  values: {
    id: { sql: 'c.id', kind: 'id' },
    externalId: { sql: 'c.external_id', kind: 'exact' },
    displayName: text('c.name'),
    ...metaOf('Group', 'c.revision'),
    'meta.created': { sql: 'c.created_at', kind: 'moment' },
    'meta.lastModified': { sql: 'coalesce(c.changed_at, c.created_at)', kind: 'moment' },
  },
  lists: {
    schemas: [{ present: 'true', parts: { value: { always: GROUP_SCHEMA } } }],
    members: [
      {
        exists: (condition) =>
          `exists (select from grouped_members g where g.organization_id = c.organization_id and g.group_id = c.id and ${SEEN_IN_GROUP} and ${condition})`,
        present: 'g.member_id is not null',
        parts: {
          value: { sql: 'g.member_id', kind: 'id' },
          display,
          type: { always: 'User' },
        },
      },
    ],
  },
});

const GROUPS = groupsWith(text(`(select ${SHOWN_NAME} from members m where m.organization_id = g.organization_id and m.id = g.member_id)`));
const NAMELESS_GROUPS = groupsWith(text('null::text'));

/** Whether a program may know who members are; one that is there for groups alone knows them by their identifiers. */
export const namesMembers = (actor: Actor): boolean => actor.kind === 'system' && actor.token?.reaches.includes('users') === true;

/** Groups, as filters and orders of a program find them. */
export const groupsFor = (actor: Actor): SqlResource => (namesMembers(actor) ? GROUPS : NAMELESS_GROUPS);
