import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the judging of an emergency in a spec. */
export class ReviewBreakGlassHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-review-break-glass';

  /** Why. */
  async words(): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled('Why'))();
  }

  /** Presses a button; the answer is not waited for. */
  async press(words: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).includes(words)) void button.click();
  }
}
