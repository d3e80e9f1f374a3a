import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the privacy notice in a spec. */
export class PrivacyNoticeHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-privacy-notice';

  /** The headings of its sections. */
  async headings(): Promise<string[]> {
    const headings = await this.locatorForAll('h2')();
    return Promise.all(headings.map((heading) => heading.text()));
  }
}
