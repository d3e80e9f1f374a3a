import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the organization's page about second factors in a spec. */
export class RequirementHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-requirement';

  /** Asks members for one after so many days. */
  async require(graceDays: string): Promise<void> {
    await (await this.locatorFor('sp-requirement-form input[type="checkbox"]')()).click();
    await (await this.locatorFor(FieldHarness.labelled('Days'))()).fill(graceDays);
    await (await this.locatorFor('sp-requirement-form button[type="submit"]')()).click();
  }

  /** Lets a member in who lost theirs. */
  async reset(memberNumber: string): Promise<void> {
    await (await this.member()).fill(memberNumber);
    await (await this.locatorFor('sp-reset-factor button[type="submit"]')()).click();
  }

  readonly member = this.locatorFor(FieldHarness.labelled('Member number'));
}
