import {
  type FurtherValue,
  isGuest,
  keptPhone,
  languageOf,
  type MemberStatus,
  type Placed,
  type ProfileField,
  type UserValues,
  workerTypeOf,
  type WorkerType,
} from '@smartpar/members/model';
import { DEFAULT_LOCALE, type Locale } from '@smartpar/platform/contract';

/** A value in the directory's words, and what was made of it. */
export interface SaidValue {
  readonly said: string;
  readonly kept: string | null;
  /** the kind of number it is, where that is not the place it fills */
  readonly type?: 'mobile';
}

/** What the directory said where it is kept in other words, and which of its values come first. */
export interface DirectoryValues {
  readonly formatted?: SaidValue;
  readonly manager?: SaidValue;
  readonly userType?: SaidValue;
  readonly preferredLanguage?: SaidValue;
  readonly locale?: SaidValue;
  readonly workPhone?: SaidValue;
  readonly homePhone?: SaidValue;
  readonly moreEmails?: readonly FurtherValue[];
  readonly morePhones?: readonly FurtherValue[];
  /** the directory took back what it said of whether they may enter */
  readonly activeUnsaid?: true;
  readonly emailPrimary: string;
  readonly phonePrimary: string;
}

/** What is made of what a directory says of a member. */
export interface UserFields {
  readonly values: Readonly<Record<Exclude<ProfileField, 'country'>, string | null>>;
  readonly userName: string;
  readonly externalId: string | null;
  readonly guest: boolean;
  readonly workerType: WorkerType;
  readonly directoryValues: DirectoryValues;
}

/** What has to be known to make it. */
export interface UserSurroundings {
  /** where a number without a country is dialled */
  readonly country: string | null;
  /** the manager, found */
  readonly managerId: string | null;
  /** whom the directory names as the manager, where it is nobody who is here */
  readonly managerSaid: string | null;
  /** the name as it is made of the parts there were before */
  readonly formatted: string | null;
  readonly locale: Locale;
  readonly workerType: WorkerType;
  /** their work has a last day, which stays */
  readonly ends: boolean;
  readonly activeUnsaid: boolean;
}

/** Where somebody new stands in what is not said of them. */
export const NEW_SURROUNDINGS = { formatted: null, locale: DEFAULT_LOCALE, workerType: 'employee', ends: false, activeUnsaid: false } as const;

/** Makes of what a directory says what is kept of a member. */
export function fieldsOfUser(user: UserValues, around: UserSurroundings): UserFields {
  const locale = languageOf(user) ?? around.locale;
  const workerType = around.ends ? around.workerType : (workerTypeOf(user.userType) ?? around.workerType);
  const [phone, privatePhone] = [keptPhone(user.phones.work, around.country), keptPhone(user.phones.home, around.country)];
  return {
    values: {
      firstName: user.givenName,
      lastName: user.familyName,
      displayName: user.displayName,
      email: user.emails.work,
      privateEmail: user.emails.home,
      phone,
      privatePhone,
      locale,
      timeZone: user.timezone,
      department: user.department,
      employeeNumber: user.employeeNumber,
      managerId: around.managerId,
    },
    userName: user.userName,
    externalId: user.externalId,
    guest: isGuest(user),
    workerType,
    directoryValues: {
      ...saidOf('userType', user.userType, workerType),
      ...saidOf('preferredLanguage', user.preferredLanguage, locale),
      ...saidOf('locale', user.locale, null),
      ...saidOf('formatted', formattedOf(user, around), wholeName(user)),
      ...saidOf('manager', around.managerSaid, null),
      ...phoneOf('work', user.phones, phone),
      ...phoneOf('home', user.phones, privatePhone),
      ...(user.emails.further.length > 0 && { moreEmails: user.emails.further }),
      ...(user.phones.further.length > 0 && { morePhones: user.phones.further }),
      ...(around.activeUnsaid && { activeUnsaid: true }),
      emailPrimary: user.emails.primary ?? 'none',
      phonePrimary: user.phones.primary ?? 'none',
    },
  };
}

const saidOf = (key: string, said: string | null, kept: string | null): Readonly<Record<string, SaidValue>> => (said === null ? {} : { [key]: { said, kept } });

const phoneOf = (place: 'work' | 'home', phones: Placed, kept: string | null): Readonly<Record<string, SaidValue>> => {
  const said = phones[place];
  return said === null ? {} : { [`${place}Phone`]: { said, kept, ...(phones.mobile === place && { type: 'mobile' as const }) } }; // as: a literal
};

/** A name made of its parts, as the database makes it. */
export const wholeName = ({ givenName, familyName }: Pick<UserValues, 'givenName' | 'familyName'>): string | null =>
  [givenName, familyName].filter((part) => part !== null).join(' ') || null;

/** The whole name where the directory says another than what its parts make, now or before. */
const formattedOf = (user: UserValues, { formatted }: UserSurroundings): string | null =>
  user.formatted === formatted || user.formatted === wholeName(user) ? null : user.formatted;

/** How somebody new stands. */
export const statusOfNew = ({ active }: Pick<UserValues, 'active'>): Extract<MemberStatus, 'active' | 'suspended'> =>
  active === false ? 'suspended' : 'active';
