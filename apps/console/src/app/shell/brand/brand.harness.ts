import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the brand in a spec. */
export class BrandHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-brand';

  /** Where it leads. */
  async leadsTo(): Promise<string | null> {
    return (await this.locatorFor('a')()).getAttribute('href');
  }
}
