import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the privacy notice in a spec. */
export class PrivacyNoticeHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-privacy-notice';

  /** Every cookie it names, with what it says of it. */
  async cookies(): Promise<{ readonly name: string; readonly text: string }[]> {
    const [names, texts] = [await this.locatorForAll('dt code')(), await this.locatorForAll('dd')()];
    return Promise.all(names.map(async (name, index) => ({ name: await name.text(), text: (await texts[index]?.text()) ?? '' })));
  }

  /** The headings of its sections. */
  async headings(): Promise<string[]> {
    const headings = await this.locatorForAll('h2')();
    return Promise.all(headings.map((heading) => heading.text()));
  }
}
