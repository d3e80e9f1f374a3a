import { ComponentHarness } from '@angular/cdk/testing';

/** Drives what waits for a second person in a spec. */
export class WideningsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-widenings';

  /** What stands on each, as text. */
  async lines(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((line) => line.text()));
  }

  /** The words of the buttons. */
  async acts(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('button')()).map((button) => button.text()));
  }

  /** Presses one of them; the answer is not waited for. */
  async press(words: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()) === words) void button.click();
  }
}
