import { ComponentHarness } from '@angular/cdk/testing';

/** Drives a copy button in a spec. */
export class CopyButtonHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-copy-button';

  /** Presses it. */
  async press(): Promise<void> {
    await (await this.locatorFor('button')()).click();
  }

  /** What is said about it; empty before anything was copied. */
  async said(): Promise<string> {
    return (await this.locatorFor('[role=status]')()).text();
  }
}
