/**
 * @typedef {{ rate: number, p99: number, cpu: number }} Round requests per second, milliseconds, and milliseconds of processor time
 *   that the server and the database spent on one request
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

/**
 * The median of a figure.
 * @param {readonly Round[]} rounds
 * @param {keyof Round} figure
 */
const middle = (rounds, figure) => (rounds.length === 0 ? Number.NaN : median(rounds.map((round) => round[figure])));

/**
 * How one compares with the other, turn by turn: both of a turn met the same machine.
 * @param {readonly Round[]} one
 * @param {readonly Round[]} other
 * @param {keyof Round} figure
 */
const compared = (one, other, figure) =>
  one.length === 0 || other.length === 0 ? Number.NaN : median(one.map((round, turn) => round[figure] / (other[turn]?.[figure] ?? Number.NaN)));

/** Heads of the table's columns. */
export const HEADS = ['bench', 'ours/s', 'floor/s', 'ratio', 'at least', 'by cpu', 'to bare', 'p99 ms', 'floor p99', 'times', 'verdict'];

/**
 * Sets what was measured beside what was promised.
 * @param {readonly Measured[]} measured
 * @returns {Row[]}
 */
export const rowsOf = (measured) =>
  measured.map((bench) => {
    const { name, ours, floor, bare, least, tail, flat } = bench;
    const [rate, times] = [compared(ours, floor, 'rate'), compared(ours, floor, 'p99')];
    const broken = [
      rate < least ? `under ${least}` : null,
      times > tail ? `p99 over ${tail} times` : null,
      flat === undefined ? null : steep(ours, flat, measured),
    ].filter((fault) => fault !== null);
    return {
      name,
      held: broken.length === 0,
      cells: [
        name,
        whole(middle(ours, 'rate')),
        whole(middle(floor, 'rate')),
        share(rate),
        share(least),
        share(compared(floor, ours, 'cpu')),
        share(compared(ours, bare, 'rate')),
        share(middle(ours, 'p99')),
        share(middle(floor, 'p99')),
        share(times),
        broken.length === 0 ? 'held' : broken.join(', '),
      ],
    };
  });

/**
 * @param {readonly Round[]} ours
 * @param {{ as: string, within: number }} flat
 * @param {readonly Measured[]} measured
 */
function steep(ours, flat, measured) {
  const other = measured.find(({ name }) => name === flat.as);
  if (other === undefined) return `"${flat.as}" did not run`;
  const difference = Math.abs(compared(ours, other.ours, 'rate') - 1);
  return difference > flat.within ? `${Math.round(difference * 100)} % off "${flat.as}"` : null;
}

/** @param {number} value */
const whole = (value) => value.toFixed(0);
/** @param {number} value */
const share = (value) => (Number.isNaN(value) ? '-' : value.toFixed(2));

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
