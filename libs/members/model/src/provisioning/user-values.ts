import { emailAddress, foldAddress, type Locale, LOCALES, shortText } from '@smartpar/platform/contract';
import type * as z from 'zod';
import { MAX_PERSON_NAME, MAX_PHONE, memberAddress } from '../member.contract';
import { readPhone } from '../phone';
import type { WorkerType } from '../worker/worker';
import { isScimValue, type ScimValue } from './scim-attribute';
import { invalidValue } from './scim-error';
import { ENTERPRISE_SCHEMA } from './scim-schemas';
import { type Placed, placedIn } from './placed-values';

/** Who leads somebody, as the directory says it: by identifier, or by address. */
export interface NamedLeader {
  readonly value: string | null;
  readonly ref: string | null;
}

/** What a directory says of a user, read and checked. */
export interface UserValues {
  readonly userName: string;
  readonly externalId: string | null;
  readonly formatted: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly displayName: string | null;
  readonly userType: string | null;
  readonly preferredLanguage: string | null;
  readonly locale: string | null;
  readonly timezone: string | null;
  /** `undefined` where nothing is said */
  readonly active: boolean | undefined;
  readonly emails: Placed;
  readonly phones: Placed;
  readonly employeeNumber: string | null;
  readonly department: string | null;
  readonly manager: NamedLeader | null;
}

/** Most characters of the directory's own names for people and groups. */
export const MAX_DIRECTORY_NAME = 254;

/** Most characters of a name with all its parts. */
const MAX_FORMATTED = 2 * MAX_PERSON_NAME + 1;

/** Most characters of what is short by nature: a number, a language, a kind of work. */
const MAX_SHORT = 100;

/**
 * Reads what a directory says of a user.
 * @throws {DomainError} `scim.invalid_value`
 */
export function readUser(resource: ScimValue): UserValues {
  const name = partsOf(resource['name']);
  const enterprise = partsOf(resource[ENTERPRISE_SCHEMA]);
  const { active } = resource;
  const userName = line(resource['userName'], 'userName', MAX_DIRECTORY_NAME);
  if (userName === null) throw invalidValue('userName is required.');
  return {
    userName,
    externalId: line(resource['externalId'], 'externalId', MAX_DIRECTORY_NAME),
    formatted: line(name['formatted'], 'name.formatted', MAX_FORMATTED),
    givenName: line(name['givenName'], 'name.givenName', MAX_PERSON_NAME),
    familyName: line(name['familyName'], 'name.familyName', MAX_PERSON_NAME),
    displayName: line(resource['displayName'], 'displayName', MAX_PERSON_NAME),
    userType: line(resource['userType'], 'userType', MAX_SHORT),
    preferredLanguage: line(resource['preferredLanguage'], 'preferredLanguage', MAX_SHORT),
    locale: line(resource['locale'], 'locale', MAX_SHORT),
    timezone: timeZone(line(resource['timezone'], 'timezone', MAX_SHORT)),
    active: typeof active === 'boolean' ? active : undefined,
    emails: placedIn(resource['emails'], userName, (value) => read(memberAddress(), value, 'emails.value')),
    phones: placedIn(resource['phoneNumbers'], userName, phone),
    employeeNumber: line(enterprise['employeeNumber'], 'employeeNumber', MAX_SHORT),
    department: line(enterprise['department'], 'department', MAX_PERSON_NAME),
    manager: managerOf(enterprise['manager']),
  };
}

const partsOf = (value: unknown): ScimValue => (isScimValue(value) ? value : {});

function read<T extends z.ZodType<string>>(schema: T, value: unknown, name: string): string {
  const found = schema.safeParse(value);
  if (!found.success) throw invalidValue(`${name}: ${found.error.issues[0]?.message ?? 'It cannot be used.'}`);
  return found.data;
}

const line = (value: unknown, name: string, most: number): string | null =>
  value === undefined || value === null || value === '' ? null : read(shortText(most), value, name);

/** A number as it was sent; the console shows it read with a country, where one can be told. */
function phone(value: string): string {
  if (!/\d/.test(value)) throw invalidValue('phoneNumbers.value: This is no phone number.');
  return read(shortText(MAX_PHONE), value, 'phoneNumbers.value');
}

function timeZone(name: string | null): string | null {
  if (name === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    throw invalidValue('timezone: This is no name of a time zone in the IANA database, such as Europe/Berlin.');
  }
  return name;
}

function managerOf(value: unknown): NamedLeader | null {
  if (!isScimValue(value)) return null;
  const said = { value: line(value['value'], 'manager.value', MAX_DIRECTORY_NAME), ref: line(value['$ref'], 'manager.$ref', 1000) };
  return said.value === null && said.ref === null ? null : said;
}

/** The form in which the directory's names are compared: upper and lower case are one. */
export const foldUserName = (userName: string): string =>
  emailAddress().safeParse(userName).success ? foldAddress(userName) : userName.trim().normalize('NFKC').toLowerCase();

/** Whether the directory says that somebody is a guest: by the kind of work, or as Entra marks them in the name. */
export const isGuest = ({ userType, userName }: Pick<UserValues, 'userType' | 'userName'>): boolean =>
  userType?.toLowerCase() === 'guest' || /#EXT#/i.test(userName);

const WORKERS: Readonly<Record<string, WorkerType>> = { employee: 'employee', contractor: 'contractor', agent: 'agent' };

/** As what somebody works, where the directory says one of the kinds there are. */
export const workerTypeOf = (userType: string | null): WorkerType | null => WORKERS[userType?.toLowerCase() ?? ''] ?? null;

/** The language somebody is written to in, where it is one there is. */
export function languageOf({ preferredLanguage, locale }: Pick<UserValues, 'preferredLanguage' | 'locale'>): Locale | null {
  const wanted = (preferredLanguage ?? locale ?? '').slice(0, 2).toLowerCase();
  return LOCALES.find((one) => one === wanted) ?? null;
}

/** A number as it is kept: with its country where that can be told, else as the directory wrote it. */
export const keptPhone = (said: string | null, country: string | null): string | null => (said === null ? null : (readPhone(said, country) ?? said));
