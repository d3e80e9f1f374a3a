import { ComponentHarness } from '@angular/cdk/testing';
import { ActListHarness, ProblemNoteHarness } from '@smartpar/platform/ui/testing';

/** Drives what can be done to a request, in a spec. */
export class ActionsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-actions';

  readonly list = this.locatorFor(ActListHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** Chooses one by its word. */
  async choose(word: string): Promise<void> {
    await (await this.list()).choose(word);
  }
}
