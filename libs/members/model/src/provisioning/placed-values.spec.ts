import { type FurtherValue, placedIn } from './placed-values';

const placed = (...values: readonly object[]) => placedIn(values, 'me@directory.example', (value) => value.trim());

const further = (value: string, type?: string): FurtherValue => ({ value, ...(type !== undefined && { type }), primary: false });

describe('the places of several values', () => {
  it.each<[string, readonly object[], object]>([
    ['nothing', [], { work: null, home: null, primary: null, mobile: null, further: [] }],
    ['no value', [{ type: 'work' }, { value: ' ' }], { work: null, home: null, further: [] }],
    [
      'one of each',
      [
        { value: 'w', type: 'Work' },
        { value: 'h', type: 'home', primary: true },
      ],
      { work: 'w', home: 'h', primary: 'home', further: [] },
    ],
    [
      'two of a kind',
      [
        { value: 'a', type: 'work' },
        { value: 'b', type: 'work' },
      ],
      { work: 'a', further: [further('b', 'work')] },
    ],
    [
      'the first of all',
      [
        { value: 'a', type: 'work' },
        { value: 'b', type: 'work', primary: true },
      ],
      { work: 'b', primary: 'work', further: [further('a', 'work')] },
    ],
    ['no kind', [{ value: 'a' }, { value: 'b' }], { work: null, home: 'a', further: [further('b')] }],
    ['no kind, and first', [{ value: 'a', primary: true }], { work: 'a', primary: 'work' }],
    ['no kind, and the name they sign in with', [{ value: 'Me@directory.example' }], { work: 'Me@directory.example' }],
    ['a kind before none', [{ value: 'a' }, { value: 'b', type: 'home' }], { home: 'b', further: [further('a')] }],
    ['a number for on the way', [{ value: '1', type: 'mobile' }], { home: '1', mobile: 'home', further: [] }],
    [
      'a number for on the way beside others',
      [
        { value: '1', type: 'mobile' },
        { value: '2', type: 'home' },
      ],
      { home: '2', mobile: null, further: [further('1', 'mobile')] },
    ],
    ['another kind', [{ value: '1', type: 'fax' }], { work: null, home: null, further: [further('1', 'fax')] }],
  ])('%s', (_, values, expected) => {
    expect(placed(...values)).toMatchObject(expected);
  });

  it('are the same when they are read again', () => {
    const once = placed({ value: 'a', type: 'work' }, { value: 'b', type: 'work', primary: true }, { value: 'c' }, { value: 'd', type: 'mobile' });
    const said = [{ value: once.work, type: 'work', primary: true }, { value: once.home, type: 'home' }, ...once.further];
    expect(placed(...said)).toEqual(once);
  });

  it.each([
    [
      'two come first',
      [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    ],
    ['there are too many', Array.from({ length: 51 }, (_, n) => ({ value: String(n) }))],
  ])('are refused where %s', (_, values) => {
    expect(() => placed(...values)).toThrow(expect.objectContaining({ code: 'scim.invalid_value' }));
  });
});
