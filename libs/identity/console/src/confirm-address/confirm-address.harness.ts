import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page on which a private address says yes in a spec. */
export class ConfirmAddressHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-confirm-address';

  async confirm(): Promise<void> {
    await (await this.locatorFor('button')()).click();
  }
}
