import { ComponentHarness } from '@angular/cdk/testing';

/** Reads what stands in for something that is not here yet. */
export class PendingHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-pending';

  /** Whether the skeleton is shown. */
  async isSkeletonShown(): Promise<boolean> {
    return (await this.locatorForOptional('.skeleton')()) !== null;
  }

  /** Presses the button that tries again. */
  async retry(): Promise<void> {
    await (await this.locatorFor('.failed button')()).click();
  }
}
