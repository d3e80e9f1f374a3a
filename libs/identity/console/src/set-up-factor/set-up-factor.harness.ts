import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives setting up a second factor in a spec. */
export class SetUpFactorHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-set-up-factor';

  /** Asks for a secret. */
  async begin(): Promise<void> {
    await (await this.locatorFor('button.begin')()).click();
  }

  /** Types the first code and sends it. */
  async confirm(code: string): Promise<void> {
    await (await this.locatorFor(FieldHarness)()).fill(code);
    await (await this.locatorFor('button[type="submit"]')()).click();
  }

  /** Wants all other sessions to end. */
  async endOthers(): Promise<void> {
    await (await this.locatorFor('input[type="checkbox"]')()).click();
  }

  /** Tells whether that is offered. */
  async offersEndOthers(): Promise<boolean> {
    return (await this.locatorForOptional('input[type="checkbox"]')()) !== null;
  }

  /** The secret as it stands there for typing. */
  async secret(): Promise<string> {
    return (await this.locatorFor('code')()).text();
  }

  /** Says that the recovery codes are kept. */
  async keep(): Promise<void> {
    await (await this.locatorFor('button.kept')()).click();
  }
}
