import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page for forgotten passwords in a spec. */
export class ForgottenPasswordHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-forgotten-password';

  private readonly email = this.locatorFor('input[type="email"]');
  private readonly button = this.locatorFor('button[type="submit"]');
  private readonly again = this.locatorFor('button[type="button"]');

  /** Types an address and sends it. */
  async ask(email: string): Promise<void> {
    await (await this.email()).setInputValue(email);
    await (await this.email()).dispatchEvent('input');
    await (await this.button()).click();
  }

  /** Goes back to the form. */
  async askAgain(): Promise<void> {
    await (await this.again()).click();
  }

  /** What stands in the address field. */
  async typed(): Promise<string> {
    return (await this.email()).getProperty('value');
  }
}
