import { ComponentHarness } from '@angular/cdk/testing';
import { PopoverHarness } from '../popover/popover.harness';

/** Drives a "Why?" in a spec. */
export class WhyHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-why';

  /** Opens the rule and reads it. */
  async read(): Promise<string | null> {
    const popover = await this.locatorFor(PopoverHarness)();
    await popover.toggle();
    return popover.content();
  }
}
