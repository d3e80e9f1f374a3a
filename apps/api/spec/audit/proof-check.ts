import { createHash } from 'node:crypto';
import type { ConsistencyProof, InclusionProof } from '@smartpar/audit/model';

const above = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from([1]), left, right]))
    .digest();
const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
const isOdd = (number: number): boolean => number % 2 === 1;
const half = (number: number): number => Math.floor(number / 2);

/** The root a proof of inclusion leads to. @see RFC 9162 section 2.1.3.2 */
export function rootByInclusion({ position, size, leaf, path }: InclusionProof): string {
  let [node, last, root] = [position, size - 1, bytes(leaf)];
  for (const step of path.map(bytes)) {
    if (isOdd(node) || node === last) {
      root = above(step, root);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else root = above(root, step);
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw new Error('The path is too short.');
  return root.toString('base64');
}

/** The two roots a proof of consistency leads to. @see RFC 9162 section 2.1.4.2 */
export function rootsByConsistency({ from, to, path }: ConsistencyProof, before: string): readonly [string, string] {
  const isWhole = Number.isInteger(Math.log2(from));
  const [first, ...rest] = [...(isWhole ? [before] : []), ...path].map(bytes);
  if (first === undefined) throw new Error('The path is empty.');
  let [node, last] = [from - 1, to - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let [smaller, larger] = [first, first];
  for (const step of rest) {
    if (last === 0) throw new Error('The path is too long.');
    if (isOdd(node) || node === last) {
      [smaller, larger] = [above(step, smaller), above(step, larger)];
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else larger = above(larger, step);
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw new Error('The path is too short.');
  return [smaller.toString('base64'), larger.toString('base64')];
}
