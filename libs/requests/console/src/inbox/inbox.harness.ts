import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ListHarness, SegmentedHarness } from '@smartpar/platform/ui/testing';

/** Drives the inbox in a spec. */
export class InboxHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-inbox';

  readonly list = this.locatorFor(ListHarness);
  readonly state = this.locatorFor(SegmentedHarness);

  /** Chooses a filter by its label and value. */
  async filter(label: string, value: string): Promise<void> {
    await (await this.locatorFor(FieldHarness.labelled(label))()).choose(value);
  }

  /** Looks for one reference. */
  async find(reference: string): Promise<void> {
    const box = await this.locatorFor('.search input')();
    await box.setInputValue(reference);
    await (await this.locatorFor('.search')()).dispatchEvent('submit');
  }

  /** Presses a key anywhere on the page. */
  async press(key: string): Promise<void> {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await this.forceStabilize();
  }
}
