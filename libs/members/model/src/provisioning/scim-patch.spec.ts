import fc from 'fast-check';
import type { ScimValue } from './scim-attribute';
import { applyPatch } from './scim-patch';
import { readPatch } from './scim-patch-message';
import { parsePath } from './scim-path';
import { ENTERPRISE_SCHEMA, USER_SCHEMA, USER_TYPE } from './scim-schemas';

const ADA: ScimValue = {
  userName: 'ada',
  name: { givenName: 'Ada', familyName: 'Silva' },
  emails: [
    { value: 'work@larkspur.example', type: 'work', primary: true },
    { value: 'home@larkspur.example', type: 'home', primary: false },
  ],
  [ENTERPRISE_SCHEMA]: { department: 'Gardens' },
};

const patched = (...Operations: readonly object[]) =>
  applyPatch(USER_TYPE, ADA, readPatch({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })).resource;

describe('a change', () => {
  it('leaves what it was made of as it was', () => {
    const before = JSON.stringify(ADA);
    patched({ op: 'remove', path: 'emails' }, { op: 'replace', path: 'name', value: { givenName: 'Bo' } });
    expect(JSON.stringify(ADA)).toBe(before);
  });

  it('takes away a part, and with the last part the whole', () => {
    expect(patched({ op: 'remove', path: 'name.givenName' })['name']).toEqual({ familyName: 'Silva' });
    expect(patched({ op: 'remove', path: 'name.givenName' }, { op: 'remove', path: 'name.familyName' })).not.toHaveProperty('name');
    expect(patched({ op: 'remove', path: `${ENTERPRISE_SCHEMA}:department` })).not.toHaveProperty([ENTERPRISE_SCHEMA]);
  });

  it('takes away a part of the values a filter selects, and no other', () => {
    expect(patched({ op: 'remove', path: 'emails[type eq "home"].type' })['emails']).toEqual([
      { value: 'work@larkspur.example', type: 'work', primary: true },
      { value: 'home@larkspur.example', primary: false },
    ]);
    expect(patched({ op: 'remove', path: 'emails[value eq "none"]' })['emails']).toEqual(ADA['emails']);
  });

  it('holds no more values of an attribute than can be compared with each other', () => {
    const some = (from: number) => ({ op: 'add', path: 'emails', value: Array.from({ length: 150 }, (_, n) => ({ value: `${from + n}@larkspur.example` })) });
    expect(patched(some(0))['emails']).toHaveLength(152);
    expect(() => patched(some(0), some(150))).toThrow('emails has at most 200 values.');
    expect(() => patched({ ...some(0), value: Array.from({ length: 201 }, () => ({ value: 'a@larkspur.example' })) })).toThrow(
      'emails has at most 200 values.',
    );
  });

  it('says what of it is not kept', () => {
    const { notKept } = applyPatch(USER_TYPE, ADA, [
      { op: 'add', path: 'title', value: 'x' },
      { op: 'add', path: null, value: { nickName: 'x', 'name.middleName': 'y', colour: 'z' } },
    ]);
    expect(notKept).toEqual(['title', 'nickName', 'name.middleName']);
  });

  it('refuses nothing but what the protocol has a word for, whatever is sent', () => {
    const paths = fc.constantFrom(
      undefined,
      null,
      '',
      'userName',
      'name',
      'name.givenName',
      'emails',
      'emails.value',
      'emails[type eq "work"]',
      'emails[type eq "x"].value',
      ENTERPRISE_SCHEMA,
      USER_SCHEMA,
      'id',
      'groups',
      'title',
      '__proto__',
      'constructor',
      'toString',
      'emails[',
    );
    const operations = fc.array(
      fc.record({
        op: fc.constantFrom('add', 'Replace', 'remove', 'x'),
        path: paths,
        value: fc.oneof(fc.jsonValue(), fc.constant('True'), fc.constant({ userName: 'x' })),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(operations, (sent) => {
        try {
          patched(...sent);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^scim\./), status: 400 });
        }
      }),
    );
    expect({}).not.toHaveProperty('userName');
  });
});

describe('a path', () => {
  it.each([
    ['displayName', { kind: 'attribute', attribute: { name: 'displayName' }, sub: null, filter: null }],
    ['NAME.GIVENNAME', { kind: 'attribute', attribute: { name: 'name' }, sub: { name: 'givenName' } }],
    [`${USER_SCHEMA}:emails[type eq "work"].value`, { kind: 'attribute', attribute: { name: 'emails' }, sub: { name: 'value' }, filter: { kind: 'compare' } }],
    [`${ENTERPRISE_SCHEMA}:manager.value`, { kind: 'attribute', extension: { id: ENTERPRISE_SCHEMA }, attribute: { name: 'manager' }, sub: { name: 'value' } }],
    ['department', { kind: 'attribute', extension: { id: ENTERPRISE_SCHEMA }, attribute: { name: 'department' } }],
    [ENTERPRISE_SCHEMA.toLowerCase(), { kind: 'schema', extension: { id: ENTERPRISE_SCHEMA } }],
    ['addresses[type eq "work"].country', { kind: 'not-kept' }],
    ['name.middleName', { kind: 'not-kept' }],
  ])('leads somewhere: %s', (path, expected) => {
    expect(parsePath(USER_TYPE, path)).toMatchObject(expected);
  });

  it.each([
    '',
    'colour',
    'name.colour',
    'name.givenName.more',
    'emails[',
    'emails[type eq "work"',
    'emails[type eq "work"]value',
    'userName[value eq "x"]',
    'urn:none:userName',
    '"userName"',
    'a'.repeat(9000),
  ])('leads nowhere: %s', (path) => expect(() => parsePath(USER_TYPE, path)).toThrow(expect.objectContaining({ code: 'scim.invalid_path' })));
});
