import type { Sight } from '@smartpar/access/model';
import type { ImportField } from '@smartpar/members/model';
import { addressLines, type CheckGround, LineCheck } from './check-lines';
import type { MatchedMember } from './staged-line';

const COLUMNS = ['email', 'firstName', 'lastName', 'phone', 'site'] as const satisfies readonly ImportField[];

const FURTHER = {
  'user.contact.email.private': 'hidden',
  'user.contact.phone_number.private': 'hidden',
  'user.workplace': 'hidden',
  'user.location': 'hidden',
} as const;
const ALL: Sight = { ...FURTHER, 'user.name': 'shown', 'user.contact.email.work': 'shown', 'user.contact.phone_number.work': 'shown' };
const NONE: Sight = { ...FURTHER, 'user.name': 'hidden', 'user.contact.email.work': 'hidden', 'user.contact.phone_number.work': 'on-reveal' };

const ana: MatchedMember = {
  id: 'ana',
  emailFolded: 'ana@larkspur.example',
  ...{ firstName: 'Ana', lastName: 'Silva', phone: '+49 30 1234567', siteId: 'berlin', country: 'DE', locale: 'en', owner: false },
};

const ground = (facts: Partial<CheckGround> = {}): CheckGround => ({
  columns: COLUMNS,
  sites: [{ id: 'berlin', name: 'Berlin', country: 'DE' }],
  matches: [ana],
  before: new Map(),
  sight: ALL,
  ownersToo: false,
  ...facts,
});

const check = (lines: readonly (readonly string[])[], facts: Partial<CheckGround> = {}) =>
  new LineCheck(ground(facts)).run(
    addressLines(
      lines.map((cells, index) => ({ line: index + 2, cells })),
      COLUMNS,
    ),
  );

const kindOf = (cells: readonly string[], facts: Partial<CheckGround> = {}) => check([cells], facts).lines[0]?.kind;

describe('the check of a line about somebody who is there', () => {
  const mail = 'ANA@Larkspur.example';

  it.each([
    [[mail, 'Ana', 'Silva', '+49 30 1234567', 'Berlin'], 'unchanged'],
    [[mail, '', '', '030 1234567', ''], 'unchanged'],
    [[mail, '', '', '', ''], 'unchanged'],
    [[mail, 'Anna', '', '', ''], 'changed'],
    [[mail, '', '', '+49 30 7654321', ''], 'changed'],
  ] as const)('compares what the importer sees: %j is %s', (cells, kind) => expect(kindOf(cells)).toBe(kind));

  it.each([[[mail, 'Ana', '', '', '']], [[mail, 'Anna', '', '', '']], [[mail, '', '', '+49 30 1234567', '']], [[mail, '', '', '+49 30 7654321', '']]] as const)(
    'compares nothing they do not see: %j is existing, the same as it is or not',
    (cells) => {
      expect(kindOf(cells, { sight: NONE })).toBe('existing');
    },
  );

  it('skips owners for those who may not change them', () => {
    const matches = [{ ...ana, owner: true }];
    expect(kindOf([mail, 'Anna', '', '', ''], { matches })).toBe('skipped');
    expect(kindOf([mail, 'Anna', '', '', ''], { matches, ownersToo: true })).toBe('changed');
  });
});

describe('the check of a line about somebody new', () => {
  it('makes them ready to be added; a single name is the first one', () => {
    const { lines, faults } = check([['bo@larkspur.example', '', 'Sukarno', '', 'berlin']]);
    expect(faults).toEqual([]);
    expect(lines[0]).toMatchObject({ kind: 'new', firstName: 'Sukarno', lastName: null, nameFolded: 'sukarno', siteId: 'berlin' });
  });

  it('wants a name, and does not want it twice where the name itself is faulty', () => {
    const codes = (cells: readonly string[]) => check([cells]).faults.map(({ code }) => code);
    expect(codes(['bo@larkspur.example', '', '', '', ''])).toEqual(['name_missing']);
    expect(codes(['bo@larkspur.example', '=1', '', '', ''])).toEqual(['formula']);
    expect(codes(['bo@larkspur.example'])).toEqual(['too_few_cells']);
  });

  it('finds the same person again among these lines and those before', () => {
    const line = ['bo@larkspur.example', 'Bo', '', '', ''];
    const twice = (facts: Partial<CheckGround>) => check([line, line], facts).faults.map(({ line: at, facts: { firstLine } }) => [at, firstLine]);
    expect(twice({})).toEqual([[3, 2]]);
    expect(twice({ before: new Map([['bo@larkspur.example', 1]]) })).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });
});
