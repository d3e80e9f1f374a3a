import fc from 'fast-check';
import { MAX_FILTER, outlineOf, parseFilter } from './scim-filter';

const compare = (path: string, operator: string, value: unknown) => ({ kind: 'compare', path, operator, value });

describe('a filter', () => {
  it.each([
    ['userName eq "ada"', compare('userName', 'eq', 'ada')],
    ['  userName   EQ   "ada"  ', compare('userName', 'eq', 'ada')],
    ['active eq true', compare('active', 'eq', true)],
    ['active eq False', compare('active', 'eq', false)],
    ['count gt -1.5e3', compare('count', 'gt', -1500)],
    ['title eq null', compare('title', 'eq', null)],
    ['title pr', { kind: 'present', path: 'title' }],
    ['urn:a:b:2.0:User:name.givenName sw "A"', compare('urn:a:b:2.0:User:name.givenName', 'sw', 'A')],
    ['a eq "x\\"y\\\\z\\u00e9\\n"', compare('a', 'eq', 'x"y\\zé\n')],
    [
      'a pr and b pr or c pr',
      {
        kind: 'or',
        parts: [
          {
            kind: 'and',
            parts: [
              { kind: 'present', path: 'a' },
              { kind: 'present', path: 'b' },
            ],
          },
          { kind: 'present', path: 'c' },
        ],
      },
    ],
    [
      'a pr and (b pr or c pr)',
      {
        kind: 'and',
        parts: [
          { kind: 'present', path: 'a' },
          {
            kind: 'or',
            parts: [
              { kind: 'present', path: 'b' },
              { kind: 'present', path: 'c' },
            ],
          },
        ],
      },
    ],
    ['not (a pr)', { kind: 'not', part: { kind: 'present', path: 'a' } }],
    [
      'not(a pr) and b pr',
      {
        kind: 'and',
        parts: [
          { kind: 'not', part: { kind: 'present', path: 'a' } },
          { kind: 'present', path: 'b' },
        ],
      },
    ],
    ['not pr', { kind: 'present', path: 'not' }],
    ['emails[type eq "work"]', { kind: 'values', path: 'emails', filter: compare('type', 'eq', 'work') }],
  ])('is taken apart: %s', (text, expected) => {
    expect(parseFilter(text)).toEqual(expected);
  });

  it.each([
    ...[
      '',
      ' ',
      'a',
      'a eq',
      'eq "a"',
      'a eq "b',
      'a eq b',
      'a == "b"',
      'a eq "b" c',
      'a pr and',
      'and a pr',
      '(a pr',
      'a pr)',
      'a[b pr',
      'a]b pr',
      'a eq ""x""',
    ],
    ...['not a pr', '"a" eq "b"', '1 eq 1', 'a eq "\\x"', "a eq 'b'", 'a pr b pr', 'a hasOwnProperty "b"', 'a[', 'a.', '.a pr', 'a eq "b" && c pr'],
    ...['('.repeat(30) + 'a pr' + ')'.repeat(30), Array.from({ length: 101 }, () => 'a pr').join(' or '), `a eq "${'x'.repeat(MAX_FILTER)}"`],
  ])('is refused where it cannot be read: %s', (text) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: 'scim.invalid_filter', status: 400 }));
  });

  it('is read or refused, and never anything else', () => {
    const pieces = fc.constantFrom(
      'a',
      'eq',
      'pr',
      'and',
      'or',
      'not',
      '(',
      ')',
      '[',
      ']',
      '"x"',
      '"',
      '\\',
      '1',
      '-',
      '.',
      ':',
      ' ',
      'true',
      'null',
      '\u0000',
      '𝒳',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
        ),
        (text) => {
          try {
            parseFilter(text);
          } catch (error) {
            expect(error).toMatchObject({ code: 'scim.invalid_filter' });
          }
        },
      ),
    );
  });

  it('is outlined without what it compares with', () => {
    expect(outlineOf(parseFilter('(a eq "secret" or b co "secret") and not (emails[type eq "secret"]) and c pr'))).toBe(
      '(a eq ? or b co ?) and not (emails[type eq ?]) and c pr',
    );
  });
});
