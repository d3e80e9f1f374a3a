import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the whole console in a spec. */
export class AppHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-root';

  /** Goes past the navigation, as the first stop of the Tab key offers. */
  async skip(): Promise<void> {
    await (await this.locatorFor('.skip')()).click();
  }
}
