import { ComponentHarness } from '@angular/cdk/testing';

/** Drives what can be done on a page, in a spec. */
export class ActListHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-act-list';

  /** Everything on offer. */
  async offered(): Promise<string[]> {
    const words = await this.locatorForAll('.word')();
    return Promise.all(words.map((word) => word.text()));
  }

  /** What is being done now; `null` for nothing on offer. */
  async current(): Promise<string | null> {
    return (await (await this.locatorForOptional('[aria-current=true] .word')())?.text()) ?? null;
  }

  /** Chooses one by its word. */
  async choose(word: string): Promise<void> {
    const index = (await this.offered()).indexOf(word);
    const lines = await this.locatorForAll('.line')();
    if (lines[index] === undefined) throw new Error(`There is no "${word}".`);
    await lines[index].click();
  }
}
