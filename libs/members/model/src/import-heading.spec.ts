import { attributesToExpect, foldHeading, suggestFields } from './import-heading';

const fields = (...headings: readonly string[]) => suggestFields(headings, new Map()).map(({ field }) => field);

describe('the headings of a file', () => {
  it('are compared without case, accents and the signs between words', () => {
    expect(['E-Mail', 'e_mail', ' E MAIL: ', 'É-Mail'].map(foldHeading)).toEqual(['e mail', 'e mail', 'e mail', 'e mail']);
    expect(foldHeading('Geschäftliche E-Mail')).toBe('geschaftliche e mail');
  });

  it.each([
    [
      ['Email Address', 'First Name', 'Last Name', 'Work Phone', 'Office Location', 'Preferred Language'],
      ['email', 'firstName', 'lastName', 'phone', 'site', 'locale'],
    ],
    [
      ['E-Mail-Adresse', 'Vorname', 'Nachname', 'Telefonnummer', 'Standort', 'Sprache'],
      ['email', 'firstName', 'lastName', 'phone', 'site', 'locale'],
    ],
    [
      ['userPrincipalName', 'givenName', 'surname', 'Department'],
      ['email', 'firstName', 'lastName', null],
    ],
    [
      ['Display Name', 'UPN'],
      ['fullName', 'email'],
    ],
  ])('%j are taken for what such headings usually mean', (headings, expected) => {
    expect(fields(...headings)).toEqual(expected);
  });

  it('a name beside a first name is the last name; by itself it is the whole name', () => {
    expect(fields('Name', 'Vorname')).toEqual(['lastName', 'firstName']);
    expect(fields('Name', 'E-Mail')).toEqual(['fullName', 'email']);
    expect(fields('Display name', 'First name', 'Last name')).toEqual([null, 'firstName', 'lastName']);
  });

  it.each([
    [
      'Get-ADUser | Export-Csv',
      'DistinguishedName,Enabled,GivenName,Name,ObjectClass,ObjectGUID,SamAccountName,SID,Surname,UserPrincipalName',
      { Enabled: 'accountState', GivenName: 'firstName', ObjectClass: 'entryKind', Surname: 'lastName', UserPrincipalName: 'email' },
    ],
    [
      'Get-ADUser with everything',
      'c,CN,co,Company,Department,DisplayName,DistinguishedName,EmailAddress,EmployeeID,Enabled,GivenName,l,mail,Manager,MobilePhone,Name,Office,OfficePhone,sn,Surname,UserPrincipalName',
      { mail: 'email', Enabled: 'accountState', GivenName: 'firstName', Surname: 'lastName', Office: 'site', OfficePhone: 'phone' },
    ],
    [
      'csvde',
      'DN,objectClass,cn,sn,c,l,physicalDeliveryOfficeName,telephoneNumber,givenName,displayName,co,department,company,userAccountControl,employeeID,sAMAccountName,userPrincipalName,manager,mail,mobile,preferredLanguage,objectGUID',
      {
        ...{ objectClass: 'entryKind', sn: 'lastName', physicalDeliveryOfficeName: 'site', telephoneNumber: 'phone', givenName: 'firstName' },
        ...{ userAccountControl: 'accountState', mail: 'email', preferredLanguage: 'locale' },
      },
    ],
    [
      'inetOrgPerson',
      'dn,objectClass,uid,cn,sn,givenName,mail,telephoneNumber,mobile,departmentNumber,employeeNumber,o,ou,l,preferredLanguage,userPassword',
      {
        ...{ objectClass: 'entryKind', sn: 'lastName', givenName: 'firstName', mail: 'email', telephoneNumber: 'phone', l: 'site' },
        preferredLanguage: 'locale',
      },
    ],
    ['inetOrgPerson without first names', 'dn,sn,cn,mobile,mail', { cn: 'fullName', mobile: 'phone', mail: 'email' }],
  ])('of %s need nothing to be said, and what is not needed is left out', (_, line, expected) => {
    const headings = line.split(',');
    const taken = suggestFields(headings, new Map()).flatMap(({ field }, index) => (field === null ? [] : [[headings[index], field]]));
    expect(Object.fromEntries(taken)).toEqual(expected);
  });

  it('that a directory may have further on are looked for, unless others stand for the same', () => {
    expect(attributesToExpect(['dn', 'objectClass', 'mail', 'cn', 'sn'])).toEqual([
      'telephoneNumber',
      'physicalDeliveryOfficeName',
      'preferredLanguage',
      'userAccountControl',
    ]);
    expect(attributesToExpect(['dn', 'userPrincipalName', 'givenName', 'mobile', 'l'])).toEqual([
      'sn',
      'preferredLanguage',
      'objectClass',
      'userAccountControl',
    ]);
  });

  it('no two columns are taken for the same', () => expect(fields('E-Mail', 'E-Mail', 'Email')).toEqual(['email', null, null]));

  it('of several that mean the same the surest is taken, wherever it stands', () => {
    expect(fields('userPrincipalName', 'Mobile', 'mail', 'telephoneNumber')).toEqual([null, null, 'email', 'phone']);
  });

  it('what was chosen before counts more than what is usual, also that a column is left out', () => {
    const kept = new Map([
      ['kostenstelle', 'site'],
      ['telefon', null],
    ] as const);
    expect(suggestFields(['Kostenstelle', 'Telefon', 'Vorname'], kept)).toEqual([
      { field: 'site', kept: true },
      { field: null, kept: true },
      { field: 'firstName', kept: false },
    ]);
    expect(fields('Anzeigename', 'Nachname')).toEqual(['fullName', null]);
    expect(suggestFields(['mail', 'upn', 'cn'], new Map([['upn', 'email'] as const, ['cn', 'lastName'] as const])).map(({ field }) => field)).toEqual([
      null,
      'email',
      'lastName',
    ]);
  });
});
