import { hash } from 'node:crypto';

/** Bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

const NODE_PREFIX = 0x01;

/** The root of a tree of no leaves. */
export const emptyRoot = (): Buffer => hash('sha256', '', 'buffer');

/**
 * Hashes two subtrees into the one above them. Leaves are hashed where entries are stored, with 0x00 in front, so that no node passes for a leaf.
 * @param left 32 bytes
 * @param right 32 bytes
 * @see RFC 6962 section 2.1
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + 2 * HASH_BYTES);
  bytes[0] = NODE_PREFIX;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return hash('sha256', bytes, 'buffer');
}

/**
 * The root over subtrees of one height that stand side by side; the last one may be smaller. Pairing from the left and letting the odd one up
 * gives the same tree as splitting at the largest power of two.
 * @param hashes 32 bytes each, at least one
 * @see RFC 6962 section 2.1
 */
export function rootOver(hashes: readonly Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) row = pairs(row);
  const [root] = row;
  if (root === undefined) throw new RangeError('There is nothing to make a root of.');
  return root;
}

function pairs(row: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const [left, right] = [row[at], row[at + 1]];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}
