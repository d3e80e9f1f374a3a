import { ComponentHarness } from '@angular/cdk/testing';
import { PopoverHarness } from '@smartpar/platform/ui/testing';

/** Drives what says who grants sight, in a spec. */
export class WhoGrantsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-who-grants';

  readonly popover = this.locatorFor(PopoverHarness);
}
