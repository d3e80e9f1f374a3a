import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page of a second factor that an organization asks for in a spec. */
export class FactorPageHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-factor-page';

  /** Gives the code of the one there is. */
  async give(): Promise<void> {
    await (await this.locatorFor('button.give')()).click();
  }
}
