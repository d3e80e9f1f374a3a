import { benchesOf } from './bench.mjs';
import { HEADS, median, quantile, rowsOf, table } from './figures.mjs';

const rounds = (rates, p99 = 2) => rates.map((rate) => ({ rate, p99, cpu: 100 / rate }));
const measured = (facts) => ({ name: 'inbox', least: 0.7, tail: 3, ours: rounds([80]), floor: rounds([100]), bare: rounds([160]), ...facts });
const verdictOf = (...benches) => rowsOf(benches).map(({ held, cells }) => [held, cells.at(-1)]);

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  it('of nothing is refused', () => {
    expect(() => median([])).toThrow();
  });
});

it('the quantile is a value that was measured', () => {
  const times = Array.from({ length: 200 }, (_, at) => 200 - at);
  expect([quantile(times, 0.99), quantile(times, 0.5), quantile([5], 0.99)]).toEqual([198, 100, 5]);
});

describe('a verdict', () => {
  it('holds at exactly the share that was promised, by the median of the turns', () => {
    expect(verdictOf(measured({ ours: rounds([70, 10, 500]), floor: rounds([100, 100, 100]) }))).toEqual([[true, 'held']]);
  });

  it('compares what was measured in the same turn, when the machine was equally busy', () => {
    expect(verdictOf(measured({ ours: rounds([80, 8, 40]), floor: rounds([100, 10, 50]) }))).toEqual([[true, 'held']]);
  });

  it('falls below it', () => {
    expect(verdictOf(measured({ ours: rounds([69]) }))).toEqual([[false, 'under 0.7']]);
  });

  it('falls by the slowest answers alone', () => {
    expect(verdictOf(measured({ ours: rounds([90], 7) }))).toEqual([[false, 'p99 over 3 times']]);
  });

  it('falls where more rows cost too much', () => {
    const small = measured({ name: 'few', ours: rounds([90]) });
    const large = (rate) => measured({ name: 'many', ours: rounds([rate]), flat: { as: 'few', within: 0.2 } });
    expect(verdictOf(small, large(75))).toEqual([
      [true, 'held'],
      [true, 'held'],
    ]);
    expect(verdictOf(small, large(71))[1]).toEqual([false, '21 % off "few"']);
    expect(verdictOf(large(75))).toEqual([[false, '"few" did not run']]);
  });

  it('quotes the ratio of processor time and the ratio to the bare statement too, where there are any', () => {
    expect(rowsOf([measured({})])[0].cells).toEqual(['inbox', '80', '100', '0.80', '0.70', '0.80', '0.50', '2.00', '2.00', '1.00', 'held']);
    expect(rowsOf([measured({ bare: [] })])[0].cells[6]).toBe('-');
    expect(HEADS).toHaveLength(11);
  });
});

it('a table keeps numbers under their heads', () => {
  expect(
    table([
      ['bench', 'ours/s', 'verdict'],
      ['inbox', '8', 'held'],
    ]),
  ).toBe('bench  ours/s  verdict\ninbox       8  held');
});

describe('a file of benches', () => {
  const bench = { name: 'a', least: 0.7, prepare: () => ({}), ours: () => ({}) };

  it('is read as it stands', () => {
    expect(benchesOf('a.bench.mjs', { benches: [bench] })).toEqual([bench]);
  });

  it.each([
    [{}, 'must export "benches"'],
    [{ benches: [{ ...bench, ours: undefined }] }, 'no "ours"'],
  ])('is refused where a part is missing', (module, sentence) => {
    expect(() => benchesOf('a.bench.mjs', module)).toThrow(sentence);
  });
});
