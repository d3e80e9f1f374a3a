import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the seal of the log in a spec. */
export class SealHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-seal';

  /** How far the log is sealed, in one sentence. */
  async state(): Promise<string> {
    return (await this.locatorFor('summary')()).text();
  }

  /** Opens what there is to know and to do. */
  async open(): Promise<void> {
    await (await this.locatorFor('summary')()).click();
  }

  /** Presses a button by its words. */
  async press(words: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).includes(words)) return button.click();
    throw new Error(`There is no button "${words}".`);
  }
}
