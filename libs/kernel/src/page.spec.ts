import { decodeCursor, encodeCursor, pageOfRows } from './page';

describe('cursors', () => {
  it('bring back the key they were made of, in any script', () => {
    const key = ['2026-03-02T09:00:00Z', 'Ångström 李', ''];
    expect(decodeCursor(encodeCursor(key), 3)).toEqual(key);
  });

  it.each(['', 'x', '%%%', 'bnVsbA', encodeCursor(['one']), encodeCursor(['one', 'two', 'three'])])('refuse %j where two values are expected', (cursor) => {
    expect(decodeCursor(cursor, 2)).toBeNull();
  });

  it('refuse values that are not text', () => {
    expect(decodeCursor(btoa('[1,{}]'), 2)).toBeNull();
  });
});

describe('a page cut out of rows', () => {
  const keyOf = (row: string) => [row];

  it('names no next page when all rows fit', () => {
    expect(pageOfRows(['a', 'b'], 2, keyOf)).toEqual({ items: ['a', 'b'], next: null });
  });

  it('names the last row shown as where to go on', () => {
    expect(pageOfRows(['a', 'b', 'c'], 2, keyOf)).toEqual({ items: ['a', 'b'], next: encodeCursor(['b']) });
  });

  it('is empty without rows', () => {
    expect(pageOfRows([], 2, keyOf)).toEqual({ items: [], next: null });
  });
});
