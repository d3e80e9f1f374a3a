import { isBlank, readImportLine } from './import-line';
import type { ImportField } from './member-import';

const COLUMNS = ['email', 'firstName', 'lastName', 'phone', 'site', 'locale'] as const;

/** Reads a line in which only some cells differ from a sound one. */
function read(cells: Partial<Record<ImportField, string>>, columns: readonly (ImportField | null)[] = COLUMNS) {
  const sound: Partial<Record<ImportField, string>> = { email: 'ana@larkspur.example', firstName: 'Ana', fullName: 'Ana Silva', ...cells };
  return readImportLine(
    columns.map((column) => (column === null ? 'whatever' : (sound[column] ?? ''))),
    columns,
  );
}

const faults = (cells: Partial<Record<ImportField, string>>, columns?: readonly (ImportField | null)[]) =>
  read(cells, columns).faults.map(({ column, field, code, facts }) => ({ at: `${column}:${field}:${code}`, ...facts }));

describe('a line of a file', () => {
  it('says what its cells say, trimmed; an empty cell says nothing', () => {
    expect(read({ email: ' Ana@Larkspur.example ', phone: '+49 30 1234567', site: 'Berlin', locale: 'Deutsch' })).toEqual({
      line: { email: 'Ana@Larkspur.example', firstName: 'Ana', lastName: null, wholeName: false, phone: '+49 30 1234567', site: 'Berlin', locale: 'de' },
      faults: [],
    });
  });

  it.each([
    { firstName: 'Sukarno' },
    { firstName: '李', lastName: '小龙' },
    { firstName: 'محمد', lastName: 'بن سلمان' },
    { firstName: 'नरेन्द्र', lastName: 'मोदी' },
    { firstName: 'N'.repeat(200), lastName: 'ﷺ'.repeat(200) },
    { firstName: "D'Arcy-Ångström 3rd", lastName: 'van der Ó Súilleabháin' },
    { firstName: '👩‍🚀' },
    { email: 'ana+smartpar@larkspur.example' },
    { email: '+ana@larkspur.example' },
    { email: '李@例え.テスト' },
    { email: `${'w'.repeat(64)}@${'o'.repeat(60)}.example` },
    { phone: "'+49 30 1234567" },
    { site: '- none of the others -' },
    { phone: '\u202a+49 30 1234567\u202c' },
    { locale: '\u200edeutsch' },
    ...['en', 'EN', 'de-AT', 'english', 'Deutsch', 'Englisch'].map((locale) => ({ locale })),
  ])('%j is sound', (cells) => expect(faults(cells)).toEqual([]));

  it.each([
    [{ email: '' }, { at: '1:email:address_missing' }],
    [{ email: 'ana' }, { at: '1:email:address_invalid' }],
    [{ email: 'ana@larkspur' }, { at: '1:email:address_invalid' }],
    [{ email: `${'a'.repeat(250)}@larkspur.example` }, { at: '1:email:too_long', max: 254 }],
    [{ email: '=ana@larkspur.example' }, { at: '1:email:formula' }],
    [{ firstName: 'A'.repeat(201) }, { at: '2:firstName:too_long', max: 200 }],
    [{ firstName: 'A\u0000na' }, { at: '2:firstName:characters_forbidden' }],
    [{ firstName: 'Ana\nSilva' }, { at: '2:firstName:characters_forbidden' }],
    [{ firstName: 'M\ufffdller' }, { at: '2:firstName:characters_unreadable' }],
    ...['=1+1', '+Ana', '-Ana', '@Ana', '\tAna', '\rAna', "'=1+1", ' =1+1', '\u200b=1+1', '\ufeff =1+1', '＝1+1', '＠Ana'].map(
      (lastName) => [{ lastName }, { at: '3:lastName:formula' }] as const,
    ),
    [{ phone: '=A1' }, { at: '4:phone:formula' }],
    [{ phone: '1'.repeat(41) }, { at: '4:phone:too_long', max: 40 }],
    [{ firstName: '\u2800' }, { at: '2:firstName:characters_forbidden' }],
    [{ email: '\u2800ana@larkspur.example' }, { at: '1:email:address_invalid' }],
    [{ site: '@Berlin' }, { at: '5:site:formula' }],
    [{ locale: 'Klingon' }, { at: '6:locale:language_unknown' }],
  ] as const)('%j is a fault, with its column and what to do about it', (cells, expected) => expect(faults(cells)).toEqual([expected]));

  it('keeps nothing that turns its text around or cannot be seen, and a cell with nothing else in it says nothing', () => {
    const { line, faults: found } = read({
      email: '\u200bana@lark\u2060spur.example',
      firstName: '\u202eAna\u200b ',
      lastName: '\u200b\ufeff',
      site: '\u2066Berlin',
    });
    expect(line).toMatchObject({ email: 'ana@larkspur.example', firstName: 'Ana', lastName: null, site: 'Berlin' });
    expect(found).toEqual([]);
  });

  it.each(["'+49 30 1", "'＋49 30 1"])('reads %s as an export writes what it stands for', (phone) => expect(read({ phone }).line.phone).toBe(phone.slice(1)));

  it('tells every fault at once', () => {
    expect(faults({ email: 'ana', firstName: '=1', locale: 'xx' }).map(({ at }) => at)).toEqual([
      '1:email:address_invalid',
      '2:firstName:formula',
      '6:locale:language_unknown',
    ]);
  });

  it('with other cells than there are headings is a fault as a whole, unless those too many are empty', () => {
    const sound = ['ana@larkspur.example', 'Ana', '', '', '', ''];
    expect(readImportLine(sound.slice(0, 4), COLUMNS).faults).toEqual([{ column: null, field: null, code: 'too_few_cells', facts: { cells: 4, expected: 6 } }]);
    expect(readImportLine([...sound, 'more'], COLUMNS).faults).toEqual([
      { column: null, field: null, code: 'too_many_cells', facts: { cells: 7, expected: 6 } },
    ]);
    expect(readImportLine([...sound, '', ' '], COLUMNS).faults).toEqual([]);
    expect(readImportLine([...sound, ''], COLUMNS, 9).faults).toMatchObject([{ code: 'too_many_cells', facts: { cells: 16, expected: 6 } }]);
  });

  it.each([
    ['Ana Silva', { firstName: 'Ana Silva', lastName: null, wholeName: true }],
    ['Silva, Ana', { firstName: 'Ana', lastName: 'Silva', wholeName: false }],
    ['Silva,', { firstName: 'Silva,', lastName: null, wholeName: true }],
    ['Silva, Ana, Dr.', { firstName: 'Silva, Ana, Dr.', lastName: null, wholeName: true }],
  ])('with a whole name is cut at one comma and nowhere else: %s', (fullName, expected) => {
    expect(read({ fullName }, ['email', 'fullName', null]).line).toMatchObject(expected);
  });

  it.each(['Silva, =1+1', '=1+1, Ana', 'Silva, ＝1', '\u2800, Ana', '\u2800, \u2800'])('with a whole name is judged by its parts too: %s', (fullName) => {
    expect(faults({ fullName }, ['email', 'fullName', null])).toHaveLength(1);
  });

  it.each([
    [['top;group', ''], '2:entryKind:not_a_person'],
    [['user', '514'], '3:accountState:account_off'],
    [['', 'False'], '3:accountState:account_off'],
    [['', 'perhaps'], '3:accountState:account_unclear'],
    [['user;computer', '4098'], '2:entryKind:not_a_person'],
  ] as const)('of a directory that is about nobody who works here says that alone: %j', ([entryKind, accountState], expected) => {
    const found = faults({ email: 'no address', entryKind, accountState }, ['email', 'entryKind', 'accountState']);
    expect(found.map(({ at }) => at)).toEqual([expected]);
  });

  it('of a directory says who somebody is whatever their classes and their account, where those are a person’s and on', () => {
    const columns = ['email', 'firstName', 'entryKind', 'accountState'] as const;
    expect(faults({ entryKind: 'top;person;user', accountState: '512' }, columns)).toEqual([]);
    expect(faults({ entryKind: '', accountState: '' }, columns)).toEqual([]);
  });

  it.each([
    ["X'4dc3bc6c6c6572'", 'Müller'],
    ["x'4DC3BC6C6C6572'", 'Müller'],
    ["X'ff'", "X'ff'"],
    ["X'4d4'", "X'4d4'"],
    ["X''", "X''"],
  ])('reads letters that were written as bytes: %s', (lastName, expected) => expect(read({ lastName }).line.lastName).toBe(expected));

  it('is blank where nothing stands in it', () => expect([isBlank(['']), isBlank(['', ' ']), isBlank(['', 'a'])]).toEqual([true, true, false]));
});
