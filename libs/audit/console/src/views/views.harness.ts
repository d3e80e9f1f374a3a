import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the views of the log in a spec. */
export class LogViewsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-log-views';

  /** Chooses a view by its id; nothing for no view. */
  async choose(id: string): Promise<void> {
    await (await this.locatorFor(FieldHarness.labelled('View'))()).choose(id);
  }

  /** What may be pressed. */
  async buttons(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('button')()).map((button) => button.text()));
  }

  /** Presses a button by its words. */
  async press(words: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).includes(words)) return button.click();
    throw new Error(`There is no button "${words}".`);
  }
}
