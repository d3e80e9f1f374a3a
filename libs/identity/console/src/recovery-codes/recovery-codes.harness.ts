import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the list of recovery codes in a spec. */
export class RecoveryCodesHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-recovery-codes';

  /** The codes that are shown. */
  async codes(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('code')()).map((code) => code.text()));
  }

  async download(): Promise<void> {
    await (await this.locatorFor('button.download')()).click();
  }

  async print(): Promise<void> {
    await (await this.locatorFor('button.print')()).click();
  }

  /** Says that they are kept. */
  async keep(): Promise<void> {
    await (await this.locatorFor('button.kept')()).click();
  }
}
