import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page behind a mailed link in a spec. */
export class ResetPasswordHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-reset-password';

  private readonly email = this.locatorFor('input[type="email"]');
  private readonly password = this.locatorFor('input[autocomplete="new-password"]');
  private readonly button = this.locatorFor('button[type="submit"]');
  private readonly ways = this.locatorForAll('a');

  /** Whose password it is. */
  async account(): Promise<string> {
    return (await this.email()).getProperty('value');
  }

  /** Types a password and sends it. */
  async choose(password: string): Promise<void> {
    await (await this.password()).setInputValue(password);
    await (await this.password()).dispatchEvent('input');
    await (await this.button()).click();
  }

  /** Where the page leads on. */
  async leadsTo(): Promise<(string | null)[]> {
    return Promise.all((await this.ways()).map((way) => way.getAttribute('href')));
  }
}
