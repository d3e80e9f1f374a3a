import type { ProfileCategory } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';

/** What stands in a column of an export. */
export type ExportColumn =
  | ('number' | 'status' | 'site' | 'roles' | 'firstName' | 'lastName' | 'email' | 'phone')
  | ('displayName' | 'privateEmail' | 'privatePhone' | 'department' | 'employeeNumber' | 'manager' | 'country' | 'timeZone');

/** Columns that say nothing personal. */
const PLAIN: readonly ExportColumn[] = ['number', 'status', 'site', 'roles'];

/** The columns of each category. */
const PERSONAL: Readonly<Record<ProfileCategory, readonly ExportColumn[]>> = {
  'user.name': ['firstName', 'lastName', 'displayName'],
  'user.contact.email.work': ['email'],
  'user.contact.phone_number.work': ['phone'],
  'user.contact.email.private': ['privateEmail'],
  'user.contact.phone_number.private': ['privatePhone'],
  'user.workplace': ['department', 'employeeNumber', 'manager'],
  'user.location': ['country', 'timeZone'],
};

/** The headings of an export, such as an import takes for the same. */
const HEADINGS: Readonly<Record<Locale, Readonly<Record<ExportColumn, string>>>> = {
  en: {
    ...{ number: 'Member number', status: 'Status', site: 'Site', roles: 'Roles' },
    ...{ firstName: 'First name', lastName: 'Last name', email: 'Work e-mail', phone: 'Phone' },
    ...{ displayName: 'Display name', privateEmail: 'Private e-mail', privatePhone: 'Private phone', department: 'Department' },
    ...{ employeeNumber: 'Employee number', manager: 'Manager', country: 'Country', timeZone: 'Time zone' },
  },
  de: {
    ...{ number: 'Mitgliedsnummer', status: 'Status', site: 'Standort', roles: 'Rollen' },
    ...{ firstName: 'Vorname', lastName: 'Nachname', email: 'Dienstliche E-Mail', phone: 'Telefon' },
    ...{ displayName: 'Anzeigename', privateEmail: 'Private E-Mail', privatePhone: 'Privates Telefon', department: 'Abteilung' },
    ...{ employeeNumber: 'Personalnummer', manager: 'Führungskraft', country: 'Land', timeZone: 'Zeitzone' },
  },
};

/** The columns of an export in which some categories are shown. */
export const exportColumns = (shown: readonly ProfileCategory[]): readonly ExportColumn[] => [...PLAIN, ...shown.flatMap((category) => PERSONAL[category])];

/** The heading of a column. */
export const exportHeading = (column: ExportColumn, locale: Locale): string => HEADINGS[locale][column];
