import { attribute, EXTERNAL_ID, type ScimAttribute, type ScimResourceType, type ScimSchema } from './scim-attribute';

/** Names of the schemas of resources. */
export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** Name of the schema of groups. */
export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** Name of the extension of users that work somewhere. */
export const ENTERPRISE_SCHEMA = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Kinds of address and number that have a place of their own in a profile. */
export const SCIM_PLACES = ['work', 'home'] as const;

/** Kinds of address; any other word is kept too. @see RFC 7643 section 4.1.2 */
const EMAIL_KINDS = [...SCIM_PLACES, 'other'] as const;

/** Kinds of number; any other word is kept too. @see RFC 7643 section 4.1.2 */
const PHONE_KINDS = [...SCIM_PLACES, 'mobile', 'fax', 'pager', 'other'] as const;

/** As what somebody works, in the words directories use. */
export const USER_TYPES = ['Employee', 'Contractor', 'Agent', 'Guest'] as const;

const reference = (description: string, referenceTypes: readonly string[], mutability: ScimAttribute['mutability'] = 'readOnly'): ScimAttribute =>
  attribute('$ref', description, { type: 'reference', caseExact: true, referenceTypes, mutability });

const placed = (what: string, value: ScimAttribute, kinds: readonly string[]): readonly ScimAttribute[] => [
  value,
  attribute('type', `What the ${what} is for. One for work and one of the person’s own fill their profile.`, { canonicalValues: kinds }),
  attribute('primary', `Whether it is the ${what} to use first.`, { type: 'boolean' }),
];

/** What a user is. Attributes the core schema knows and that are not here are read and not kept. */
const user: ScimSchema = {
  id: USER_SCHEMA,
  name: 'User',
  description: 'A member of the organization.',
  attributes: [
    EXTERNAL_ID,
    attribute('userName', 'The name by which the directory knows the person.', { required: true, uniqueness: 'server' }),
    attribute('name', 'The person’s name.', {
      subAttributes: [
        attribute('formatted', 'The whole name; where nothing else is said, made of its parts.'),
        attribute('familyName', 'The last name.'),
        attribute('givenName', 'The first name, or the whole name of a person who has a single one.'),
      ],
    }),
    attribute('displayName', 'The name as it is shown.'),
    attribute('userType', 'As what the person works. Guests are marked as such.', { canonicalValues: USER_TYPES }),
    attribute('preferredLanguage', 'The language the person is written to in.', { canonicalValues: ['en', 'de', 'en-US', 'de-DE'] }),
    attribute('locale', 'How dates and numbers are written for the person.', { canonicalValues: ['en-US', 'en-GB', 'de-DE'] }),
    attribute('timezone', 'The time zone the person is in, by its name in the IANA database.', {
      canonicalValues: ['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'Asia/Tokyo', 'UTC'],
    }),
    attribute('active', 'Whether the person may enter. A user who is made inactive is suspended.', { type: 'boolean' }),
    attribute('emails', 'Addresses of the person.', { multiValued: true, subAttributes: placed('address', attribute('value', 'The address.'), EMAIL_KINDS) }),
    attribute('phoneNumbers', 'Phone numbers of the person.', {
      multiValued: true,
      subAttributes: placed('number', attribute('value', 'The number.'), PHONE_KINDS),
    }),
    attribute('groups', 'The groups the person is in.', {
      multiValued: true,
      mutability: 'readOnly',
      subAttributes: [
        attribute('value', 'The identifier of the group.', { caseExact: true, mutability: 'readOnly' }),
        reference('Its address.', ['Group']),
        attribute('display', 'Its name.', { mutability: 'readOnly' }),
        attribute('type', 'How the person came into it.', { mutability: 'readOnly', canonicalValues: ['direct'] }),
      ],
    }),
  ],
};

const enterprise: ScimSchema = {
  id: ENTERPRISE_SCHEMA,
  name: 'EnterpriseUser',
  description: 'Where the person works.',
  attributes: [
    attribute('employeeNumber', 'The number the organization gave the person.'),
    attribute('department', 'The department.'),
    attribute('manager', 'Who leads the person.', {
      subAttributes: [
        attribute('value', 'The identifier of the manager, who is a user too; of somebody who is none here, whatever the directory says.', { caseExact: true }),
        reference('The manager’s address.', ['User'], 'readWrite'),
        attribute('displayName', 'The manager’s name.', { mutability: 'readOnly' }),
      ],
    }),
  ],
};

const group: ScimSchema = {
  id: GROUP_SCHEMA,
  name: 'Group',
  description: 'Members the organization puts together. None is inside another.',
  attributes: [
    EXTERNAL_ID,
    attribute('displayName', 'The name of the group.', { required: true, uniqueness: 'server' }),
    attribute('members', 'Who is in the group.', {
      multiValued: true,
      subAttributes: [
        attribute('value', 'The identifier of the member.', { caseExact: true, mutability: 'immutable' }),
        reference('The member’s address.', ['User'], 'immutable'),
        attribute('type', 'What kind of resource the member is.', { mutability: 'immutable', canonicalValues: ['User'] }),
        attribute('display', 'The member’s name.', { mutability: 'readOnly' }),
      ],
    }),
  ],
};

/** Users. */
export const USER_TYPE: ScimResourceType = {
  name: 'User',
  endpoint: '/Users',
  description: 'Members of the organization.',
  schema: user,
  extensions: [enterprise],
};

/** Groups. */
export const GROUP_TYPE: ScimResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  description: 'Groups of members.',
  schema: group,
  extensions: [],
};

/** The schemas of resources. */
export const RESOURCE_SCHEMAS: readonly ScimSchema[] = [user, group, enterprise];

/**
 * Attributes the RFC's own schemas have and nothing here keeps: a directory that sends them is not refused for it.
 * @see RFC 7643 sections 4.1 and 4.3
 */
const NOT_KEPT: Readonly<Record<string, ReadonlySet<string>>> = {
  [USER_SCHEMA.toLowerCase()]: new Set(
    ['nickName', 'profileUrl', 'title', 'password', 'ims', 'photos', 'addresses', 'entitlements', 'roles', 'x509Certificates'].map((name) =>
      name.toLowerCase(),
    ),
  ),
  [`${USER_SCHEMA.toLowerCase()}:name`]: new Set(['middlename', 'honorificprefix', 'honorificsuffix']),
  [ENTERPRISE_SCHEMA.toLowerCase()]: new Set(['costcenter', 'organization', 'division']),
};

/** Parts of the values of several that the RFC names and nothing here keeps. */
const NOT_KEPT_PARTS = new Set(['display', '$ref']);

/** Whether an attribute is one of the RFC's that nothing here keeps. */
export function isNotKept(schemaId: string, name: string, sub: string | null): boolean {
  const schema = schemaId.toLowerCase();
  if (NOT_KEPT[schema]?.has(name.toLowerCase()) === true) return true;
  if (sub === null) return false;
  return NOT_KEPT[`${schema}:${name.toLowerCase()}`]?.has(sub.toLowerCase()) === true || NOT_KEPT_PARTS.has(sub.toLowerCase());
}
