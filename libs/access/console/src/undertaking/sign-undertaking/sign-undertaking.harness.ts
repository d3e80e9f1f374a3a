import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the signing of the undertaking in a spec. */
export class SignUndertakingHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-sign-undertaking';

  /** The words that are promised. */
  async words(): Promise<string> {
    return (await this.locatorFor('[role=region]')()).text();
  }

  /** The question for the name. */
  name(): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled('Your name'))();
  }

  /** Signs; the answer is not waited for. */
  async sign(): Promise<void> {
    void (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Does not sign. */
  async decline(): Promise<void> {
    await (await this.locatorFor('button[type=button]')()).click();
  }
}
