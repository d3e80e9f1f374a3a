import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '../form/field.harness';

/** Drives the question for the password in a spec. */
export class ReauthenticationDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-reauthentication-dialog';

  readonly field = this.locatorFor(FieldHarness);

  /** Enters a password and goes on. */
  async prove(password: string): Promise<void> {
    await (await this.field()).fill(password);
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }

  /** Leaves it. */
  async cancel(): Promise<void> {
    await (await this.locatorFor('.actions button[type=button]')()).click();
  }
}
