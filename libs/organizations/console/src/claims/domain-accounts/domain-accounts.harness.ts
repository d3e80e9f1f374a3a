import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page of the accounts that use a domain in a spec. */
export class DomainAccountsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-domain-accounts';

  /** The words of all buttons. */
  async buttons(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.sp-row button')()).map((button) => button.text()));
  }

  /** Presses the first of them; what the server is then asked is not waited for. */
  async press(): Promise<void> {
    void (await this.locatorFor('.sp-row button')()).click();
  }

  /** The counts of the claim, as they are read. */
  async counts(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.counts > div')()).map((line) => line.text()));
  }
}
