import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the page of nothing in a spec. */
export class NotFoundHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-not-found';

  /** Where it leads. */
  async wayOut(): Promise<string | null> {
    return (await this.locatorFor('a')()).getAttribute('href');
  }
}
