import { hash } from 'node:crypto';

const HASH_BYTES = 32;

/**
 * A Merkle tree that remembers no more than its right edge.
 * @see RFC 6962 section 2.1
 */
export class Tree {
  /** @type {Buffer[]} roots of whole subtrees, the largest first */
  #peaks = [];
  #node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);
  size = 0;

  /** @param {Buffer} leaf hash of a leaf */
  add(leaf) {
    let root = leaf;
    // Each one at the end of the number of leaves stands for a subtree that becomes whole now.
    for (let rest = this.size; (rest & 1) === 1; rest = (rest - 1) / 2) root = this.#over(/** @type {Buffer} */ (this.#peaks.pop()), root);
    this.#peaks.push(root);
    this.size += 1;
  }

  /** @returns {Buffer} */
  root() {
    const last = this.#peaks.at(-1);
    if (last === undefined) return hash('sha256', '', 'buffer');
    return this.#peaks.slice(0, -1).reduceRight((right, left) => this.#over(left, right), last);
  }

  /**
   * @param {Buffer} left
   * @param {Buffer} right
   */
  #over(left, right) {
    left.copy(this.#node, 1);
    right.copy(this.#node, 1 + HASH_BYTES);
    return hash('sha256', this.#node, 'buffer');
  }
}
