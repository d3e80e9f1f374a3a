import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ListHarness } from '@smartpar/platform/ui/testing';

/** Drives the log in a spec. */
export class LogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-log';

  readonly list = this.locatorFor(ListHarness);

  /** Sets a filter by its label. */
  async filter(label: string, value: string): Promise<void> {
    await (await this.locatorFor(FieldHarness.labelled(label))()).choose(value);
  }

  /** Presses a button of a row, or one that takes a filter away, by what it is read as. */
  async press(name: string): Promise<void> {
    for (const button of await this.locatorForAll('button.plain, button.only')()) {
      if (((await button.getAttribute('aria-label')) ?? (await button.text())).startsWith(name)) return button.click();
    }
    throw new Error(`There is no button "${name}".`);
  }
}
