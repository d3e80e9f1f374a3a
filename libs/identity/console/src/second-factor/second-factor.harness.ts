import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the account page's part about the second factor in a spec. */
export class SecondFactorHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-second-factor';

  /** Presses the button that renews codes, replaces, begins to leave or turns off. */
  async press(button: 'renew' | 'replace' | 'leave' | 'off'): Promise<void> {
    await (await this.locatorFor(`button.${button}`)()).click();
  }
}
