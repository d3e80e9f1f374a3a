import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page of who looked in a spec. */
export class LedgerHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-ledger';

  /** The days there are looks of. */
  async days(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('h3')()).map((day) => day.text()));
  }

  /** What is said of each look. */
  async looks(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('sp-look-line .looked')()).map((line) => line.text()));
  }

  /** What stands in a part of the page, line by line. */
  async lines(part: number): Promise<readonly string[]> {
    const lines = await this.locatorForAll(`section:nth-of-type(${part}) li`)();
    return Promise.all(lines.map(async (line) => (await line.text()).replaceAll(/\s+/g, ' ').trim()));
  }

  /** Asks for older looks; the answer is not waited for. */
  async more(): Promise<void> {
    void (await this.locatorFor('.more')()).click();
  }
}
