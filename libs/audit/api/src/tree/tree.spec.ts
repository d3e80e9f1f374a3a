import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { GrowingTree } from './growing-tree';
import { emptyRoot, nodeHash } from './hashes';
import { consistencyRanges, inclusionRanges, type Range, rootOfRuns, runsOf } from './ranges';

/** The tree as the RFC writes it down, slow and plain. */
const naive = (leaves: readonly Buffer[]): Buffer => {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from([1]), naive(leaves.slice(0, split)), naive(leaves.slice(split))]))
    .digest();
};

const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, n) => createHash('sha256').update(`\0${n}`).digest());
const LEAVES = leavesOf(1500);
const naiveOf = ({ from, to }: Range): Buffer => naive(LEAVES.slice(from, to));

/** Stored nodes as they would be after so many leaves. */
const stored = (size: number) => {
  const levels: Buffer[][] = [LEAVES.slice(0, size)];
  const tree = new GrowingTree(0, [], []);
  for (const leaf of LEAVES.slice(0, size)) for (const { level, position, hash } of tree.add(leaf)) (levels[level] ??= [])[position] = hash;
  return { tree, hashesOf: (range: Range) => runsOf(range).map(({ level, from, to }) => levels[level]?.slice(from, to) ?? []) };
};

const size = fc.oneof(fc.integer({ min: 1, max: 1500 }), fc.constantFrom(1, 2, 255, 256, 257, 511, 512, 513, 1024, 1280));
const sized = size.chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)));

describe('the tree', () => {
  it('has the root of the RFC, empty and of every size', () => {
    expect(new GrowingTree(0, [], []).root()).toEqual(emptyRoot());
    fc.assert(
      fc.property(size, (count) => expect(stored(count).tree.root()).toEqual(naive(LEAVES.slice(0, count)))),
      { numRuns: 60 },
    );
  });

  it('grows on from what was stored as if it had never stopped', () => {
    fc.assert(
      fc.property(sized, ([before, after]) => {
        const range = { from: 0, to: before };
        const tree = new GrowingTree(before, runsOf(range), stored(before).hashesOf(range));
        for (const leaf of LEAVES.slice(before, after)) tree.add(leaf);
        expect([tree.size, tree.root()]).toEqual([after, naive(LEAVES.slice(0, after))]);
      }),
      { numRuns: 60 },
    );
  });

  it('reads at most 256 stored nodes of a level for any subtree of a proof, and makes the same root of them', () => {
    fc.assert(
      fc.property(sized, ([part, whole]) => {
        const { hashesOf } = stored(whole);
        for (const range of [...inclusionRanges(part - 1, whole), ...consistencyRanges(part, whole)]) {
          const hashes = hashesOf(range);
          expect(Math.max(...hashes.map((run) => run.length))).toBeLessThan(256);
          expect(rootOfRuns(hashes)).toEqual(naiveOf(range));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('proves by the path of a leaf that it is in the tree', () => {
    fc.assert(
      fc.property(sized, ([after, whole]) => {
        const position = after - 1;
        let [from, root] = [position, LEAVES[position] ?? emptyRoot()];
        for (const range of inclusionRanges(position, whole)) {
          root = range.from > from ? nodeHash(root, naiveOf(range)) : nodeHash(naiveOf(range), root);
          from = Math.min(from, range.from);
        }
        expect(root).toEqual(naive(LEAVES.slice(0, whole)));
      }),
      { numRuns: 60 },
    );
  });

  it('needs no proof that a tree continues nothing, or itself', () => {
    expect([consistencyRanges(0, 9), consistencyRanges(9, 9)]).toEqual([[], []]);
  });

  it.each<[number, number, readonly Range[]]>([
    [
      3,
      7,
      [
        { from: 2, to: 3 },
        { from: 3, to: 4 },
        { from: 0, to: 2 },
        { from: 4, to: 7 },
      ],
    ],
    [4, 7, [{ from: 4, to: 7 }]],
    [
      6,
      7,
      [
        { from: 4, to: 6 },
        { from: 6, to: 7 },
        { from: 0, to: 4 },
      ],
    ],
  ])('proves %i in %i by the nodes of the example in RFC 6962, section 2.1.3', (before, whole, ranges) => {
    expect(consistencyRanges(before, whole)).toEqual(ranges);
  });
});
