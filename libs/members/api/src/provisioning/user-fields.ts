import { isGuest, keptPhone, languageOf, type MemberStatus, type ProfileField, type UserValues, workerTypeOf, type WorkerType } from '@smartpar/members/model';
import { DEFAULT_LOCALE, type Locale } from '@smartpar/platform/contract';

/** A value in the directory's words, and what was made of it. */
export interface SaidValue {
  readonly said: string;
  readonly kept: string | null;
}

/** What the directory said where it is kept in other words, and which of its values come first. */
export interface DirectoryValues {
  readonly userType?: SaidValue;
  readonly preferredLanguage?: SaidValue;
  readonly locale?: SaidValue;
  readonly workPhone?: SaidValue;
  readonly homePhone?: SaidValue;
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
  readonly locale: Locale;
  readonly workerType: WorkerType;
  /** their work has a last day, which stays */
  readonly ends: boolean;
  readonly activeUnsaid: boolean;
}

/** Where somebody new stands in what is not said of them. */
export const NEW_SURROUNDINGS = { locale: DEFAULT_LOCALE, workerType: 'employee', ends: false, activeUnsaid: false } as const;

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
      ...saidOf('workPhone', user.phones.work, phone),
      ...saidOf('homePhone', user.phones.home, privatePhone),
      ...(around.activeUnsaid && { activeUnsaid: true }),
      emailPrimary: user.emails.primary ?? 'none',
      phonePrimary: user.phones.primary ?? 'none',
    },
  };
}

const saidOf = (key: string, said: string | null, kept: string | null): Readonly<Record<string, SaidValue>> => (said === null ? {} : { [key]: { said, kept } });

/** How somebody new stands. */
export const statusOfNew = ({ active }: Pick<UserValues, 'active'>): Extract<MemberStatus, 'active' | 'suspended'> =>
  active === false ? 'suspended' : 'active';
