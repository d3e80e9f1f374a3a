import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the list of shortcuts in a spec. */
export class ShortcutListHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-shortcut-list';

  /** What the shortcuts do. */
  async what(): Promise<string[]> {
    const terms = await this.locatorForAll('dt')();
    return Promise.all(terms.map((term) => term.text()));
  }

  /** Closes the list. */
  async close(): Promise<void> {
    await (await this.locatorFor('button')()).click();
  }
}
