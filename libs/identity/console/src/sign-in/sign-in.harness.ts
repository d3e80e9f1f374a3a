import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the sign-in page in a spec. */
export class SignInHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-sign-in';

  private readonly email = this.locatorFor('input[type="email"]');
  private readonly password = this.locatorFor('input[autocomplete="current-password"]');
  private readonly shared = this.locatorFor('input[type="checkbox"]');
  private readonly button = this.locatorFor('button[type="submit"]');

  /** Types an address and a password. */
  async type(email: string, password: string): Promise<void> {
    await (await this.email()).setInputValue(email);
    await (await this.email()).dispatchEvent('input');
    await (await this.password()).setInputValue(password);
    await (await this.password()).dispatchEvent('input');
  }

  /** Says that others use this computer too. */
  async tickShared(): Promise<void> {
    await (await this.shared()).click();
  }

  /** Sends the form. */
  async send(): Promise<void> {
    await (await this.button()).click();
  }

  /** What stands in the address and password fields. */
  async typed(): Promise<{ email: string; password: string }> {
    return { email: await (await this.email()).getProperty('value'), password: await (await this.password()).getProperty('value') };
  }
}
