import { ComponentHarness } from '@angular/cdk/testing';

/** Drives a filter bar in a spec. */
export class FilterBarHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-filter-bar';

  private readonly clearing = this.locatorForOptional('button[matButton]');

  /** Whether there is anything to clear. */
  async canClear(): Promise<boolean> {
    return (await this.clearing()) !== null;
  }

  /** Takes all filters back. */
  async clear(): Promise<void> {
    await (await this.clearing())?.click();
  }
}
