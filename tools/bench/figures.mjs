/**
 * @typedef {{ rate: number, p99: number }} Round requests per second and milliseconds of one round
 * @typedef {{ name: string, least: number, tail: number, flat?: { as: string, within: number }, ours: Round[], floor: Round[], bare: Round[] }} Measured
 * @typedef {{ name: string, held: boolean, cells: string[] }} Row
 */

/**
 * @param {readonly number[]} numbers at least one
 */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

/**
 * The value that a share of the numbers does not exceed.
 * @param {readonly number[]} numbers at least one
 * @param {number} share 0.99 for p99
 */
export function quantile(numbers, share) {
  const value = numbers.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(share * numbers.length) - 1)];
  if (value === undefined) throw new Error('There is no quantile of nothing.');
  return value;
}

/** @param {readonly Round[]} rounds */
const rateOf = (rounds) => median(rounds.map(({ rate }) => rate));
/** @param {readonly Round[]} rounds */
const tailOf = (rounds) => median(rounds.map(({ p99 }) => p99));

/** Heads of the table's columns. */
export const HEADS = ['bench', 'ours/s', 'floor/s', 'ratio', 'at least', 'to bare', 'p99 ms', 'floor p99', 'times', 'verdict'];

/**
 * Sets what was measured beside what was promised.
 * @param {readonly Measured[]} measured
 * @returns {Row[]}
 */
export const rowsOf = (measured) =>
  measured.map((bench) => {
    const [ours, floor, bare] = [rateOf(bench.ours), rateOf(bench.floor), rateOf(bench.bare)];
    const [tail, floorTail] = [tailOf(bench.ours), tailOf(bench.floor)];
    const broken = [
      ours / floor < bench.least ? `under ${bench.least}` : null,
      tail / floorTail > bench.tail ? `p99 over ${bench.tail} times` : null,
      bench.flat === undefined ? null : steep(ours, bench.flat, measured),
    ].filter((fault) => fault !== null);
    return {
      name: bench.name,
      held: broken.length === 0,
      cells: [
        bench.name,
        whole(ours),
        whole(floor),
        share(ours / floor),
        share(bench.least),
        share(ours / bare),
        share(tail),
        share(floorTail),
        share(tail / floorTail),
        broken.length === 0 ? 'held' : broken.join(', '),
      ],
    };
  });

/**
 * @param {number} ours
 * @param {{ as: string, within: number }} flat
 * @param {readonly Measured[]} measured
 */
function steep(ours, flat, measured) {
  const other = measured.find(({ name }) => name === flat.as);
  if (other === undefined) return `"${flat.as}" did not run`;
  const difference = Math.abs(ours / rateOf(other.ours) - 1);
  return difference > flat.within ? `${Math.round(difference * 100)} % off "${flat.as}"` : null;
}

/** @param {number} value */
const whole = (value) => value.toFixed(0);
/** @param {number} value */
const share = (value) => value.toFixed(2);

/**
 * Lays cells out in columns, the first to the left and numbers to the right.
 * @param {readonly (readonly string[])[]} lines
 */
export function table(lines) {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    column === 0 || column === widths.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
