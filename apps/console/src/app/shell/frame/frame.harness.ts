import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the frame of what is behind signing in in a spec. */
export class FrameHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-frame';

  /** Presses the button that finds pages. */
  async find(): Promise<void> {
    await (await this.locatorFor('.find')()).click();
  }
}
