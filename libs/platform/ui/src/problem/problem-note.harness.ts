import { ComponentHarness } from '@angular/cdk/testing';

/** Reads what went wrong in a spec. */
export class ProblemNoteHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-problem-note';

  /** The sentence; `null` when nothing is wrong. */
  async sentence(): Promise<string | null> {
    return (await (await this.locatorForOptional('p')())?.text()) ?? null;
  }
}
