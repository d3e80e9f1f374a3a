import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '../form/field.harness';

/** Drives the question before an irrevocable act in a spec. */
export class ConfirmDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-confirm-dialog';

  /** Types what the act concerns. */
  async type(text: string): Promise<void> {
    await (await this.locatorFor(FieldHarness)()).fill(text);
  }

  /** Whether one may go on. */
  async mayGoOn(): Promise<boolean> {
    return !(await (await this.locatorFor('button[type=submit]')()).getProperty<boolean>('disabled'));
  }

  /** Goes on. */
  async goOn(): Promise<void> {
    await (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Leaves it. */
  async cancel(): Promise<void> {
    await (await this.locatorFor('button[type=button]')()).click();
  }
}
