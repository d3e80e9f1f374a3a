import { ComponentHarness } from '@angular/cdk/testing';

/** Drives one domain in a spec. */
export class DomainCardHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-domain-card';

  /** The words of the buttons at its end. */
  async buttons(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.sp-row button')()).map((button) => button.text()));
  }

  /** Presses the n-th of them; what the server is then asked is not waited for. */
  async press(index: number): Promise<void> {
    void (await this.locatorForAll('.sp-row button')())[index]?.click();
  }

  /** The name and the value of the record, as they are copied. */
  async record(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('dd code')()).map((code) => code.text()));
  }

  /** What the last check came to. */
  async result(): Promise<string> {
    return (await this.locatorFor('[role=status]')()).text();
  }
}
