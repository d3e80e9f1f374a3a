import { ATTRIBUTE_OF_FIELD, MAPPED_FIELDS, previewUser } from './user-mapping';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const preview = (more: object) => previewUser(JSON.stringify({ schemas: [USER], userName: 'reed@directory.example', ...more }));

describe('what would come of a user', () => {
  it('is every field that is spoken of', () => {
    const full = preview({
      externalId: 'e-1',
      name: { givenName: 'Reed', familyName: 'Marsh' },
      displayName: 'Reed M.',
      emails: [
        { type: 'work', value: 'reed@directory.example' },
        { type: 'home', value: 'reed@home.example' },
      ],
      phoneNumbers: [
        { type: 'work', value: '+49 30 1234567' },
        { type: 'home', value: '+49 30 7654321' },
      ],
      preferredLanguage: 'de-DE',
      timezone: 'Europe/Berlin',
      userType: 'Guest',
      active: 'False',
      [ENTERPRISE]: { employeeNumber: '7', department: 'Sales', manager: 'm-1' },
    });
    expect(Object.keys(full.fields).sort()).toEqual([...MAPPED_FIELDS].sort());
    expect(full.fields).toMatchObject({ lastName: 'Marsh', email: 'reed@directory.example', locale: 'de', guest: 'true', active: 'false', manager: 'm-1' });
    expect(full.refusal).toBeNull();
  });

  it('is nothing where nothing is said, and an address without a type is the one for work where the person signs in with it', () => {
    expect(preview({}).fields).toEqual({ userName: 'reed@directory.example', guest: 'false' });
    expect(preview({ emails: [{ value: 'reed@directory.example' }] }).fields.email).toBe('reed@directory.example');
    expect(preview({ emails: [{ value: 'other@directory.example' }] }).fields.privateEmail).toBe('other@directory.example');
  });

  it('names what is passed over', () => {
    expect(preview({ title: 'Head', [ENTERPRISE]: { costCenter: '1' } }).notKept).toEqual(['title', 'costCenter']);
  });

  it.each([
    ['{', 'scim.invalid_syntax'],
    ['[]', 'scim.invalid_syntax'],
    ['{"userName":"x"}', 'scim.invalid_syntax'],
    [JSON.stringify({ schemas: [USER] }), 'scim.invalid_value'],
    [JSON.stringify({ schemas: [USER], userName: 'x', timezone: 'Mars/Base' }), 'scim.invalid_value'],
  ])('is why it would be refused: %s', (message, code) => {
    expect(previewUser(message)).toMatchObject({ fields: {}, refusal: { code } });
  });

  it('has an attribute for every field', () => {
    expect(Object.keys(ATTRIBUTE_OF_FIELD)).toEqual([...MAPPED_FIELDS]);
  });
});
