import { ComponentHarness } from '@angular/cdk/testing';
import { ProblemNoteHarness } from '@smartpar/platform/ui/testing';

/** Drives what can be done to a request, in a spec. */
export class ActionsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-actions';

  readonly problem = this.locatorFor(ProblemNoteHarness);
  private readonly words = this.locatorForAll('.word');

  /** Everything on offer. */
  async offered(): Promise<string[]> {
    return Promise.all((await this.words()).map((word) => word.text()));
  }

  /** What is being written now; `null` for nothing on offer. */
  async current(): Promise<string | null> {
    return (await (await this.locatorForOptional('.now .word')())?.text()) ?? null;
  }

  /** Chooses one by its word. */
  async choose(word: string): Promise<void> {
    const index = (await this.offered()).indexOf(word);
    const buttons = await this.locatorForAll('button')();
    if (buttons[index] === undefined) throw new Error(`There is no "${word}".`);
    await buttons[index].click();
  }
}
