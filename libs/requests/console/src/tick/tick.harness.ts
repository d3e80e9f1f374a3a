import { ComponentHarness } from '@angular/cdk/testing';

/** Drives a tick in a spec. */
export class TickHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-tick';

  private readonly box = this.locatorFor('input');

  /** Sets or takes away the tick. */
  async toggle(): Promise<void> {
    await (await this.box()).click();
  }

  /** Whether it is set. */
  async isTicked(): Promise<boolean> {
    return (await this.box()).getProperty<boolean>('checked');
  }
}
