import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the way to a record's neighbours in a spec. */
export class RecordNeighboursHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-record-neighbours';

  /** Words and address of each way, in order. */
  async ways(): Promise<readonly string[]> {
    const links = await this.locatorForAll('a')();
    return Promise.all(links.map(async (link) => `${(await link.text()).trim()}: ${await link.getAttribute('href')}`));
  }
}
