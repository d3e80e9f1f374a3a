import type { ImportProblem } from '@smartpar/members/model';

/** A file is not written as files of its kind are. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: ImportProblem,
    /** as editors and spreadsheets number them */
    readonly line: number | null,
    /** the lines of the same piece that could be read */
    readonly before: readonly string[][] = [],
  ) {
    super(`The file cannot be read: ${code}.`);
  }
}
