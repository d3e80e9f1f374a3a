import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the page of sites and legal entities in a spec. */
export class SitesHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-sites';

  /** What the buttons do, as those hear who cannot see them. */
  async buttons(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('button')()).map(async (button) => (await button.getAttribute('aria-label')) ?? (await button.text())));
  }

  /** Presses the button that does this; what the server is then asked is not waited for. */
  async press(words: string): Promise<void> {
    const at = (await this.buttons()).indexOf(words);
    if (at === -1) throw new Error(`There is no button "${words}".`);
    void (await this.locatorForAll('button')())[at]?.click();
  }

  /** The field with a label. */
  async field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }
}
