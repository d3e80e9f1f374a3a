import { ComponentHarness } from '@angular/cdk/testing';

/** Reads and drives the banners above a page in a spec. */
export class BannerZoneHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-banner-zone';

  /** The sentences, in order. */
  async sentences(): Promise<string[]> {
    const sentences = await this.locatorForAll('p')();
    return Promise.all(sentences.map((sentence) => sentence.text()));
  }

  /** Does what the first banner offers. */
  async act(): Promise<void> {
    await (await this.locatorFor('button[matButton]')()).click();
  }

  /** Puts the first banner away. */
  async dismiss(): Promise<void> {
    await (await this.locatorFor('.close')()).click();
  }
}
