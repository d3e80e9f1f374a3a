import { ComponentHarness } from '@angular/cdk/testing';
import { ActListHarness, ProblemNoteHarness } from '@smartpar/platform/ui/testing';

/** Drives what can be done to a member, in a spec. */
export class ActsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-acts';

  readonly list = this.locatorFor(ActListHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** Chooses one by its word. */
  async choose(word: string): Promise<void> {
    await (await this.list()).choose(word);
  }
}
