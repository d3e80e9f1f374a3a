import { ComponentHarness } from '@angular/cdk/testing';

/** Reads what will follow in a spec. */
export class ConsequencePanelHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-consequence-panel';

  /** The sentences, in order. */
  async sentences(): Promise<string[]> {
    const items = await this.locatorForAll('li')();
    return Promise.all(items.map((item) => item.text()));
  }
}
