import { ComponentHarness } from '@angular/cdk/testing';

/** Reads a record page in a spec. */
export class RecordPageHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-record-page';

  /** What stands among the facts. */
  async facts(): Promise<string> {
    return (await this.locatorFor('.facts')()).text();
  }

  /** What stands among the actions. */
  async actions(): Promise<string> {
    return (await this.locatorFor('.actions')()).text();
  }
}
