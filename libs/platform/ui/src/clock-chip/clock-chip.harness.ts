import { ComponentHarness } from '@angular/cdk/testing';
import { PopoverHarness } from '../popover/popover.harness';

/** Reads a deadline in a spec. */
export class ClockChipHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-clock-chip';

  /** What it says: words first, then the date. */
  async says(): Promise<string> {
    return (await (await this.locatorFor('.chip')()).text()).replaceAll(/\s+/g, ' ');
  }

  /** Opens how the date was computed and reads it. */
  async explanation(): Promise<string | null> {
    const popover = await this.locatorFor(PopoverHarness)();
    await popover.toggle();
    return popover.content();
  }
}
