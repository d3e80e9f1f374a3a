import { ComponentHarness } from '@angular/cdk/testing';
import { SegmentedHarness } from '@smartpar/platform/ui/testing';

/** Drives the dialog that changes one grant in a spec. */
export class GrantDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-grant-dialog';

  /** Shown, on reveal or hidden. */
  readonly mode = this.locatorFor(SegmentedHarness);

  /** Ticks or unticks a purpose. */
  async toggle(purpose: string): Promise<void> {
    await (await this.locatorFor(`input[value=${purpose}]`)()).click();
  }

  /** The purposes that are ticked. */
  async purposes(): Promise<readonly string[]> {
    const ticked = await this.locatorForAll('input[type=checkbox]:checked')();
    return Promise.all(ticked.map((box) => box.getProperty<string>('value')));
  }

  /** What it comes to, in words. */
  async effect(): Promise<string | null> {
    return (await (await this.locatorForOptional('.effect')())?.text()) ?? null;
  }

  /** What is wrong. */
  async error(): Promise<string | null> {
    return (await (await this.locatorForOptional('.error')())?.text()) ?? null;
  }

  /** Takes what is shipped. */
  async asShipped(): Promise<void> {
    await (await this.locatorFor('.shipped')()).click();
  }

  /** Saves. */
  async save(): Promise<void> {
    await (await this.locatorFor('button[type=submit]')()).click();
  }
}
