import type { ImportField } from './member-import';

/**
 * Headings by which files of other programs name what a member has, in the form in which headings are compared; where a file has several for
 * the same, the one that stands first here is meant. Among them are the attributes of Active Directory, as its own tools export them, and
 * those of `inetOrgPerson`, as OpenLDAP has them. Companies and units are not taken for sites: a name that is no site's is a fault of its line.
 * @see RFC 2798
 */
export const KNOWN_HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  email: [
    ...['work e mail', 'work email', 'work e mail address', 'work email address', 'business email', 'dienstliche e mail', 'geschaftliche e mail'],
    ...['e mail dienstlich', 'e mail geschaftlich', 'dienst e mail', 'primary email', 'mail', 'e mail', 'email', 'e mail address', 'email address'],
    ...['emailaddress', 'primarysmtpaddress', 'e mail adresse', 'email adresse', 'mailadresse', 'mail adresse', 'e mail 1 value', 'rfc822mailbox'],
    ...['user principal name', 'userprincipalname', 'upn', 'user name'],
  ],
  firstName: ['first name', 'firstname', 'given name', 'givenname', 'gn', 'forename', 'first', 'vorname', 'vornamen', 'rufname'],
  lastName: ['last name', 'lastname', 'surname', 'sn', 'family name', 'familyname', 'last', 'nachname', 'familienname', 'zuname'],
  fullName: [
    ...['full name', 'fullname', 'whole name', 'vollstandiger name', 'ganzer name', 'display name', 'displayname', 'anzeigename', 'cn'],
    ...['commonname', 'name', 'mitarbeiter', 'employee'],
  ],
  phone: [
    ...['work phone', 'work phone number', 'business phone', 'office phone', 'officephone', 'telefon dienstlich', 'dienstliches telefon'],
    ...['telefon geschaftlich', 'phone', 'phone number', 'telephone', 'telephone number', 'telephonenumber', 'tel', 'telefon', 'telefonnummer'],
    ...['rufnummer', 'durchwahl', 'mobile', 'mobile phone', 'mobilephone', 'mobiletelephonenumber', 'handy', 'mobil', 'mobiltelefon'],
  ],
  site: [
    ...['site', 'location', 'office', 'office location', 'physicaldeliveryofficename', 'branch', 'place of work', 'standort', 'niederlassung', 'filiale'],
    ...['betrieb', 'arbeitsort', 'buro', 'l', 'localityname'],
  ],
  locale: ['preferred language', 'preferredlanguage', 'language', 'locale', 'korrespondenzsprache', 'sprache'],
  entryKind: ['objectclass', 'object class'],
  accountState: ['useraccountcontrol', 'enabled', 'account enabled', 'accountenabled'],
};

/** Attributes in which entries of a directory have what a member has; none of the others is looked for where the beginning of a file lacks it. */
export const DIRECTORY_ATTRIBUTES: Readonly<Partial<Record<ImportField, string>>> = {
  email: 'mail',
  firstName: 'givenName',
  lastName: 'sn',
  phone: 'telephoneNumber',
  site: 'physicalDeliveryOfficeName',
  locale: 'preferredLanguage',
  entryKind: 'objectClass',
  accountState: 'userAccountControl',
};
