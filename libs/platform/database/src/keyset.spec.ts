import { DomainError, encodeCursor } from '@smartpar/kernel';
import fc from 'fast-check';
import { cursorOf, type KeyColumn, keyset } from './keyset';

const due: KeyColumn = { sql: 'r.due_at', direction: 'asc', type: 'timestamptz' };
const number: KeyColumn = { sql: 'r.number', direction: 'desc', type: 'integer' };
const id: KeyColumn = { sql: 'r.id', direction: 'asc', type: 'uuid' };
const someId = '00000000-0000-7000-8000-000000000001';

it('reads the first page without a condition', () => {
  expect(keyset({ columns: [due, id], startParam: 1 })).toEqual({ where: 'true', orderBy: 'r.due_at asc, r.id asc', values: [] });
});

it('goes on with one row comparison where all columns run the same way', () => {
  const after = cursorOf([new Date('2026-03-02T09:00:00Z'), someId]);
  expect(keyset({ columns: [due, id], after, startParam: 4 })).toEqual({
    where: '(r.due_at, r.id) > ($4::timestamptz, $5::uuid)',
    orderBy: 'r.due_at asc, r.id asc',
    values: ['2026-03-02T09:00:00.000Z', someId],
  });
});

it('goes on column by column where they run different ways', () => {
  const { where, orderBy } = keyset({ columns: [number, id], after: cursorOf([7, someId]), startParam: 1 });
  expect(where).toBe('((r.number < $1::bigint) or (r.number = $1::bigint and r.id > $2::uuid))');
  expect(orderBy).toBe('r.number desc, r.id asc');
});

const codeOf = (after: string): string | undefined => {
  try {
    keyset({ columns: [due, number, id], after, startParam: 1 });
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

it.each<[string, string]>([
  ['nothing', ''],
  ['what is no cursor', 'abc'],
  ['a moment before there were years', encodeCursor(['0000-01-01T00:00:00Z', '1', someId])],
  ['a cursor of another list', encodeCursor([someId])],
  ['a moment that is none', encodeCursor(['2026-13-41T09:00:00Z', '1', someId])],
  ['a number that is none', encodeCursor(['2026-03-02T09:00:00Z', '1; drop', someId])],
  ['a number too long for any column', encodeCursor(['2026-03-02T09:00:00Z', '9999999999999999', someId])],
  ['an identifier that is none', encodeCursor(['2026-03-02T09:00:00Z', '1', 'x'])],
])('refuses %s', (_, after) => {
  expect(codeOf(after)).toBe('page.cursor_invalid');
});

it('refuses whatever else comes from outside, and never fails otherwise', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.string()).map(encodeCursor)), (after) => codeOf(after) === 'page.cursor_invalid'));
});
