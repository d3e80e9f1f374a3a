import { instantsOf } from './time-range';

describe('a range of days', () => {
  it('begins with its first day and ends with the end of its last', () => {
    const { from = '', to = '' } = instantsOf('2026-03-01', '2026-03-02');
    expect(new Date(from).getTime()).toBe(new Date(2026, 2, 1).getTime());
    expect(new Date(to).getTime()).toBe(new Date(2026, 2, 3).getTime());
  });

  it('goes over the end of a month and of a year', () => {
    expect(new Date(instantsOf('', '2026-12-31').to ?? '').getTime()).toBe(new Date(2027, 0, 1).getTime());
  });

  it.each([
    ['', '', []],
    ['2026-03-01', '', ['from']],
    ['', '2026-03-01', ['to']],
    ['2026-03-01', '2026-03-01', ['from', 'to']],
    ['2026-03-02', '2026-03-01', ['from']],
    ['yesterday', '2026-13-45x', []],
  ])('from "%s" to "%s" asks for %j', (from, to, asked) => {
    expect(Object.keys(instantsOf(from, to))).toEqual(asked);
  });
});
