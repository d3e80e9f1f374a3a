import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the second step of signing in in a spec. */
export class GiveCodeHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-give-code';

  readonly field = this.locatorFor(FieldHarness);

  /** Types a code and sends it. */
  async give(code: string): Promise<void> {
    await (await this.field()).fill(code);
    await (await this.locatorFor('button[type="submit"]')()).click();
  }

  /** Goes back to the password, or comes in by an organization's reset. */
  async press(button: 'back' | 'reset'): Promise<void> {
    await (await this.locatorFor(`button.${button}`)()).click();
  }
}
