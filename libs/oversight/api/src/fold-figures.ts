import { Injectable } from '@nestjs/common';
import { Database } from '@smartpar/platform/database';

/** Adds the deltas that have gathered to the figures they belong to, so that reading stays quick. */
@Injectable()
export class FoldFigures {
  constructor(private readonly database: Database) {}

  /**
   * Folds until nothing is left, in transactions of limited size.
   * @returns how many deltas were folded
   */
  async run(): Promise<number> {
    let all = 0;
    for (;;) {
      const folded = await this.round();
      all += folded;
      if (folded === 0) return all;
    }
  }

  private round(): Promise<number> {
    return this.database.global(async (tx) => {
      const [row] = await tx.query<{ folded: number }>('select fold_organization_figures() as folded');
      return row?.folded ?? 0;
    });
  }
}
