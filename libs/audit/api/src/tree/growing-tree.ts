import { emptyRoot, rootOver } from './hashes';
import { FAN_OUT, type NodeRun, rootOfRuns } from './ranges';

/** A node above 256 others, complete for good. */
export interface CompleteNode {
  /** 1 above leaves, 2 above those, ... */
  readonly level: number;
  /** how many of its level stand left of it */
  readonly position: number;
  readonly hash: Buffer;
}

/** The right edge of a tree that grows: all that is needed to add leaves and to know the root. */
export class GrowingTree {
  private readonly levels: Buffer[][] = [];

  /**
   * @param size leaves it has already
   * @param runs what `runsOf` names of the whole tree
   * @param hashes of those runs
   */
  constructor(
    private leaves: number,
    runs: readonly NodeRun[],
    hashes: readonly (readonly Buffer[])[],
  ) {
    runs.forEach(({ level }, index) => (this.levels[level] = [...(hashes[index] ?? [])]));
  }

  /** How many leaves it has. */
  get size(): number {
    return this.leaves;
  }

  /**
   * Adds a leaf at the end.
   * @returns nodes that became complete by it, the lowest first
   */
  add(leaf: Buffer): readonly CompleteNode[] {
    this.leaves += 1;
    const complete: CompleteNode[] = [];
    let span = 1;
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const row = (this.levels[level] ??= []);
      row.push(hash);
      if (row.length < FAN_OUT) return complete;
      span *= FAN_OUT;
      hash = rootOver(row);
      this.levels[level] = [];
      complete.push({ level: level + 1, position: this.leaves / span - 1, hash });
    }
  }

  /** The root over all leaves. */
  root(): Buffer {
    const runs = Array.from(this.levels, (row) => row ?? []).filter((row) => row.length > 0);
    return runs.length === 0 ? emptyRoot() : rootOfRuns(runs.reverse());
  }
}
