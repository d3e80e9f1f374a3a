import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the private address in a spec. */
export class PrivateAddressHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-private-address';

  readonly field = this.locatorFor(FieldHarness);

  /** Types an address and has it asked. */
  async ask(email: string): Promise<void> {
    await (await this.field()).fill(email);
    await (await this.locatorFor('button[type="submit"]')()).click();
  }

  async remove(): Promise<void> {
    await (await this.locatorFor('button.remove')()).click();
  }
}
