import type { ProfileCategory } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';

/** What stands in a column of an export. */
export type ExportColumn = 'number' | 'status' | 'site' | 'roles' | 'firstName' | 'lastName' | 'email' | 'phone';

/** Columns that say nothing personal. */
const PLAIN: readonly ExportColumn[] = ['number', 'status', 'site', 'roles'];

/** The columns of each category. */
const PERSONAL: Readonly<Record<ProfileCategory, readonly ExportColumn[]>> = {
  'user.name': ['firstName', 'lastName'],
  'user.contact.email.work': ['email'],
  'user.contact.phone_number.work': ['phone'],
};

/** The headings of an export, such as an import takes for the same. */
const HEADINGS: Readonly<Record<Locale, Readonly<Record<ExportColumn, string>>>> = {
  en: {
    ...{ number: 'Member number', status: 'Status', site: 'Site', roles: 'Roles' },
    ...{ firstName: 'First name', lastName: 'Last name', email: 'Work e-mail', phone: 'Phone' },
  },
  de: {
    ...{ number: 'Mitgliedsnummer', status: 'Status', site: 'Standort', roles: 'Rollen' },
    ...{ firstName: 'Vorname', lastName: 'Nachname', email: 'Dienstliche E-Mail', phone: 'Telefon' },
  },
};

/** The columns of an export in which some categories are shown. */
export const exportColumns = (shown: readonly ProfileCategory[]): readonly ExportColumn[] => [...PLAIN, ...shown.flatMap((category) => PERSONAL[category])];

/** The heading of a column. */
export const exportHeading = (column: ExportColumn, locale: Locale): string => HEADINGS[locale][column];
