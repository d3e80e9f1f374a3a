import { rootOver } from './hashes';

/** Every so many nodes side by side have one above them that is stored too: leaves are level 0, and each level spans 256 of the one below. */
export const FAN_OUT = 256;

/** Leaves from one position up to, and without, another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Stored nodes of one level that stand side by side. */
export interface NodeRun extends Range {
  readonly level: number;
}

/**
 * The subtrees whose roots prove that a leaf is in a tree, from the leaf upwards.
 * @param position of the leaf, from 0
 * @param size of the tree, more than `position`
 * @see RFC 6962 section 2.1.1
 */
export function inclusionRanges(position: number, size: number): readonly Range[] {
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    path.push(position < middle ? { from: middle, to } : { from, to: middle });
    [from, to] = position < middle ? [from, middle] : [middle, to];
  }
  return path.reverse();
}

/**
 * The subtrees whose roots prove that a tree is the beginning of a larger one.
 * @param before size of the smaller tree; of nothing everything is a continuation, and the proof is empty
 * @param size of the larger one
 * @see RFC 6962 section 2.1.2
 */
export function consistencyRanges(before: number, size: number): readonly Range[] {
  if (before === 0 || before === size) return [];
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to !== before) {
    const middle = from + splitOf(to - from);
    path.push(before <= middle ? { from: middle, to } : { from, to: middle });
    [from, to] = before <= middle ? [from, middle] : [middle, to];
  }
  // Whoever asks knows the root of the smaller tree; where it is a whole subtree of the larger one it is not repeated.
  if (from > 0) path.push({ from, to });
  return path.reverse();
}

/** The stored nodes a subtree is made of, the highest first: each next run is what was left over on the right. */
export function runsOf({ from, to }: Range): readonly NodeRun[] {
  if (to <= from) return [];
  let [level, span] = [0, 1];
  while (span * FAN_OUT <= to - from) [level, span] = [level + 1, span * FAN_OUT];
  const runs: NodeRun[] = [];
  for (let at = from; at < to; [level, span] = [level - 1, span / FAN_OUT]) {
    const end = Math.floor(to / span);
    if (end * span > at) runs.push({ level, from: at / span, to: end });
    at = end * span;
  }
  return runs;
}

/**
 * The root of a subtree out of its stored nodes.
 * @param runs hashes of what `runsOf` named, in that order
 */
export function rootOfRuns(runs: readonly (readonly Buffer[])[]): Buffer {
  const root = runs.reduceRight<Buffer | undefined>((rest, run) => rootOver(rest === undefined ? run : [...run, rest]), undefined);
  if (root === undefined) throw new RangeError('There is nothing to make a root of.');
  return root;
}

/** The largest power of two under a number of leaves. */
function splitOf(leaves: number): number {
  let power = 1;
  while (power * 2 < leaves) power *= 2;
  return power;
}
