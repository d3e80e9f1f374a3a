import { ComponentHarness } from '@angular/cdk/testing';

/** Reads a page's beginning in a spec. */
export class PageHeaderHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-page-header';

  /** The page's title. */
  async title(): Promise<string> {
    return (await this.locatorFor('h1')()).text();
  }

  /** The sentence that says what the page is for; `null` where there is none. */
  async purpose(): Promise<string | null> {
    return (await (await this.locatorForOptional('.words > p')())?.text()) ?? null;
  }
}
