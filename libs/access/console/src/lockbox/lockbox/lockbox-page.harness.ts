import { ComponentHarness } from '@angular/cdk/testing';
import { LockboxLooksHarness } from '../looks/lockbox-looks.harness';

/** Drives the page of one request of SmartPAR's staff in a spec. */
export class LockboxPageHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-lockbox-page';

  /** How long is left, where it runs. */
  async left(): Promise<string | undefined> {
    return (await this.locatorForOptional('[role=timer]')())?.text();
  }

  /** What was looked at, for what was granted. */
  async looks(): Promise<LockboxLooksHarness | null> {
    return this.locatorForOptional(LockboxLooksHarness)();
  }

  /** Whether there is a button. */
  async offers(words: string): Promise<boolean> {
    const buttons = await this.locatorForAll('button')();
    return (await Promise.all(buttons.map((button) => button.text()))).some((text) => text.includes(words));
  }

  /** Presses a button; the answer is not waited for. */
  async press(words: string): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).includes(words)) void button.click();
  }
}
