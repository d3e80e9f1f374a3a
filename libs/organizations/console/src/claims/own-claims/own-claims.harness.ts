import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the claims of one's own account in a spec. */
export class OwnClaimsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-own-claims';

  readonly field = this.locatorFor(FieldHarness);
  private readonly all = this.locatorForAll('.sp-row button');

  /** The words of what can be chosen. */
  async buttons(): Promise<readonly string[]> {
    return Promise.all((await this.all()).map((button) => button.text()));
  }

  /** Presses one of them; what the server is then asked is not waited for. */
  async press(index: number): Promise<void> {
    void (await this.all())[index]?.click();
  }

  /** Sends the form that is open. */
  async send(): Promise<void> {
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }
}
