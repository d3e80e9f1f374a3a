import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '../form/field.harness';

/** Drives the question for the password in a spec. */
export class ReauthenticationDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-reauthentication-dialog';

  readonly field = this.locatorFor(FieldHarness);
  readonly fields = this.locatorForAll(FieldHarness);

  /** Enters a password, and a code where one is asked for, and goes on. */
  async prove(password: string, code?: string): Promise<void> {
    const [first, second] = await this.fields();
    await first?.fill(password);
    if (code !== undefined) await second?.fill(code);
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }

  /** Leaves it. */
  async cancel(): Promise<void> {
    await (await this.locatorFor('.actions button[type=button]')()).click();
  }
}
