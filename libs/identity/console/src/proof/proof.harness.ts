import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the page on which somebody proves to be the holder in a spec. */
export class ProofHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-proof';

  /** Types a code and sends it. */
  async proveBy(code: string): Promise<void> {
    await (await this.locatorFor(FieldHarness)()).fill(code);
    await (await this.locatorFor('button[type="submit"]')()).click();
  }

  /** Presses the button that asks for a link, or uses the one that was followed. */
  async press(button: 'link' | 'here'): Promise<void> {
    await (await this.locatorFor(`button.${button}`)()).click();
  }
}
