import { ComponentHarness } from '@angular/cdk/testing';
import { ProblemNoteHarness } from '@smartpar/platform/ui/testing';

/** Drives what can be done to a member, in a spec. */
export class ActsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-acts';

  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** Everything on offer. */
  async offered(): Promise<string[]> {
    const words = await this.locatorForAll('.word')();
    return Promise.all(words.map((word) => word.text()));
  }

  /** Chooses one by its word. */
  async choose(word: string): Promise<void> {
    const index = (await this.offered()).indexOf(word);
    const buttons = await this.locatorForAll('button')();
    if (buttons[index] === undefined) throw new Error(`There is no "${word}".`);
    await buttons[index].click();
  }
}
