import { ComponentHarness } from '@angular/cdk/testing';

/** Drives a decision in a spec. */
export class DecisionPanelHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-decision-panel';

  private readonly buttons = this.locatorForAll('button');

  /** Gives a reason. */
  async reason(text: string): Promise<void> {
    await (await this.locatorFor('textarea')()).sendKeys(text);
  }

  /** Presses the button with this word. */
  async decide(word: string): Promise<void> {
    for (const button of await this.buttons()) if ((await button.text()) === word) await button.click();
  }

  /** What is missing; `null` for nothing. */
  async missing(): Promise<string | null> {
    return (await (await this.locatorForOptional('.error')())?.text()) ?? null;
  }
}
