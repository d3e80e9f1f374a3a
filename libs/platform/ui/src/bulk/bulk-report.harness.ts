import { ComponentHarness } from '@angular/cdk/testing';

/** Reads how far one act for many has come, in a spec. */
export class BulkReportHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-bulk-report';

  /** How far it is; `null` once it has ended. */
  async progress(): Promise<string | null> {
    return (await (await this.locatorForOptional('.progress')())?.text()) ?? null;
  }

  /** What became of it. */
  async result(): Promise<string> {
    return (await this.locatorFor('.result')()).text();
  }

  /** Each reason, with those it holds for. */
  async refused(): Promise<string[]> {
    const reasons = await this.locatorForAll('.refused')();
    return Promise.all(reasons.map(async (reason) => (await reason.text()).replaceAll(/\s+/g, ' ').trim()));
  }

  /** What is left, and why; `null` for nothing. */
  async left(): Promise<string | null> {
    const text = await (await this.locatorForOptional('.left')())?.text();
    return text?.replaceAll(/\s+/g, ' ').trim() ?? null;
  }

  /** Presses the button so named: stop, go on, put away. */
  async press(word: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) {
      if ((await button.text()) === word) await button.click();
    }
  }
}
