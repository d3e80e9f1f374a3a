import { ComponentHarness } from '@angular/cdk/testing';

/** Reads and drives the toast in a spec. */
export class ToastZoneHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-toast-zone';

  /** What it says; `null` when there is none. */
  async sentence(): Promise<string | null> {
    return (await (await this.locatorForOptional('p')())?.text()) ?? null;
  }

  /** Takes back what was done. */
  async undo(): Promise<void> {
    await (await this.locatorFor('button:not(.close)')()).click();
  }
}
