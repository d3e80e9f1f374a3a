import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the frame of public pages in a spec. */
export class PublicFrameHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-public-frame';

  /** Where the small print leads. */
  async smallPrint(): Promise<(string | null)[]> {
    const links = await this.locatorForAll('footer a')();
    return Promise.all(links.map((link) => link.getAttribute('href')));
  }
}
