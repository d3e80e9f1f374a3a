import { DomainError } from '@smartpar/kernel';
import { readBody } from './scim-body';
import { invalidSyntax } from './scim-error';
import { USER_TYPE } from './scim-schemas';
import { isGuest, languageOf, readUser, type UserValues } from './user-values';

/** What an attribute of a directory fills here. */
export const MAPPED_FIELDS = [
  ...(['userName', 'externalId', 'firstName', 'lastName', 'displayName', 'email', 'privateEmail', 'phone', 'privatePhone'] as const),
  ...(['locale', 'timeZone', 'workerType', 'guest', 'active', 'employeeNumber', 'department', 'manager'] as const),
] as const;

/** What an attribute of a directory fills here. */
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** The attribute that fills each field, as identity providers name it in a mapping. */
export const ATTRIBUTE_OF_FIELD: Readonly<Record<MappedField, string>> = {
  userName: 'userName',
  externalId: 'externalId',
  firstName: 'name.givenName',
  lastName: 'name.familyName',
  displayName: 'displayName',
  email: 'emails[type eq "work"].value',
  privateEmail: 'emails[type eq "home"].value',
  phone: 'phoneNumbers[type eq "work"].value',
  privatePhone: 'phoneNumbers[type eq "home"].value',
  locale: 'preferredLanguage',
  timeZone: 'timezone',
  workerType: 'userType',
  guest: 'userType',
  active: 'active',
  employeeNumber: 'employeeNumber',
  department: 'department',
  manager: 'manager',
};

/** What would come of a message, were it sent; nothing is. */
export interface UserPreview {
  readonly fields: Readonly<Partial<Record<MappedField, string>>>;
  /** attributes that are passed over */
  readonly notKept: readonly string[];
  /** why it would be refused */
  readonly refusal: { readonly code: string; readonly detail: string } | null;
}

/** Tells what would come of a user as a directory sends them, by the very steps that read them when they are sent. */
export function previewUser(message: string): UserPreview {
  try {
    const { resource, notKept } = readBody(USER_TYPE, parsed(message));
    return { fields: fieldsOf(readUser(resource)), notKept, refusal: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { fields: {}, notKept: [], refusal: { code: error.code, detail: error.message } };
  }
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    throw invalidSyntax('This is no JSON.');
  }
}

function fieldsOf(user: UserValues): UserPreview['fields'] {
  const values: Readonly<Record<MappedField, string | null>> = {
    userName: user.userName,
    externalId: user.externalId,
    firstName: user.givenName,
    lastName: user.familyName,
    displayName: user.displayName,
    email: user.emails.work,
    privateEmail: user.emails.home,
    phone: user.phones.work,
    privatePhone: user.phones.home,
    locale: languageOf(user),
    timeZone: user.timezone,
    workerType: user.userType,
    guest: String(isGuest(user)),
    active: user.active === undefined ? null : String(user.active),
    employeeNumber: user.employeeNumber,
    department: user.department,
    manager: user.manager?.value ?? user.manager?.ref ?? null,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
