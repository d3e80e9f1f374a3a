import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the profile page in a spec. */
export class ProfileHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-profile';

  /** The field with a label. */
  async field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }

  /** Whether anything can be changed. */
  async editable(): Promise<boolean> {
    return (await this.locatorForOptional('form')()) !== null;
  }

  /** Saves; the answer is not waited for. */
  async save(): Promise<void> {
    void (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Asks for what somebody else saved; the answer is not waited for. */
  async loadAgain(): Promise<void> {
    void (await this.locatorFor('.sp-form-actions button[type=button]')()).click();
  }
}
