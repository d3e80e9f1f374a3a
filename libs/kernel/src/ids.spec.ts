import { isId, newId } from './ids';

describe('ids', () => {
  it('sort in the order they were made', () => {
    const ids = Array.from({ length: 50 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(50);
  });

  it.each([undefined, null, 7, '', 'abc', '00000000-0000-0000-0000-00000000000g', "'; drop table members; --"])('do not look like %j', (text) => {
    expect(isId(text)).toBe(false);
  });

  it('are recognized', () => {
    expect(isId(newId())).toBe(true);
  });
});
