import { foldHeading, suggestFields } from './import-heading';

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

  it('no two columns are taken for the same', () => expect(fields('E-Mail', 'E-Mail', 'Mail')).toEqual(['email', null, null]));

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
  });
});
