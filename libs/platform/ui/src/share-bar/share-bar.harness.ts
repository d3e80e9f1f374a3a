import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the parts of a whole in a spec. */
export class ShareBarHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-share-bar';

  /** Each part with its figure: `New: 4,997`. */
  async shares(): Promise<string[]> {
    const [words, figures] = [await this.locatorForAll('dt')(), await this.locatorForAll('dd')()];
    return Promise.all(words.map(async (word, index) => `${(await word.text()).trim()}: ${await figures[index]?.text()}`));
  }

  /** How many parts are drawn. */
  async drawn(): Promise<number> {
    return (await this.locatorForAll('.bar span')()).length;
  }
}
