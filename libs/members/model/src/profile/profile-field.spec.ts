import { CATEGORY_OF_FIELD, editorsOf, FIELD_SOURCES, type FieldSource, isKeptByPerson, PROFILE_FIELDS, type ProfileField, sourceOf } from './profile-field';

describe('who may change a field', () => {
  it.each<[ProfileField, FieldSource | null, readonly string[]]>([
    ['privateEmail', 'directory', ['person']],
    ['privatePhone', null, ['person']],
    ['timeZone', 'directory', ['person', 'administrator']],
    ['locale', 'import', ['person', 'administrator']],
    ['phone', 'person', ['person', 'administrator']],
    ['phone', 'directory', ['directory']],
    ['displayName', null, ['person', 'administrator']],
    ['department', 'import', ['administrator']],
    ['department', 'directory', ['directory']],
    ['managerId', null, ['administrator']],
    ['email', 'administrator', ['administrator']],
  ])('is for %s from %s: %j', (field, source, editors) => expect(editorsOf(field, source)).toEqual(editors));

  it('is always somebody', () => {
    const nobodys = PROFILE_FIELDS.filter((field) => [null, ...FIELD_SOURCES].some((source) => editorsOf(field, source).length === 0));
    expect(nobodys).toEqual([]);
  });
});

it('a directory leaves alone what the person chose and owns, and nothing else', () => {
  expect(PROFILE_FIELDS.filter((field) => isKeptByPerson(field, 'person'))).toEqual(['privateEmail', 'privatePhone', 'locale', 'timeZone']);
  expect(PROFILE_FIELDS.filter((field) => FIELD_SOURCES.some((source) => source !== 'person' && isKeptByPerson(field, source)))).toEqual([]);
});

it('what is private and what is of work are of different categories', () => {
  const of = (word: string) => PROFILE_FIELDS.filter((field) => CATEGORY_OF_FIELD[field]?.endsWith(word));
  expect([of('.private'), of('.work')]).toEqual([
    ['privateEmail', 'privatePhone'],
    ['email', 'phone'],
  ]);
});

describe('where a value comes from', () => {
  const came = { origin: 'import', sources: { phone: 'person', department: 'administrator' } } as const;

  it('is whoever changed it last, and else how the member came', () => {
    expect([sourceOf(came, 'phone', '+49 30 1234567'), sourceOf(came, 'email', 'wren@nordwerk.example')]).toEqual(['person', 'import']);
  });

  it('is nobody where there is none, but whoever took it away', () => {
    expect([sourceOf(came, 'country', null), sourceOf(came, 'department', null)]).toEqual([null, 'administrator']);
  });
});
