import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page that says the server does not answer in a spec. */
export class UnreachableHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-unreachable';

  /** Tries again. */
  async retry(): Promise<void> {
    await (await this.locatorFor('button')()).click();
  }
}
