import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page of one's own account in a spec. */
export class AccountHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-account';

  private readonly current = this.locatorFor('input[autocomplete="current-password"]');
  private readonly next = this.locatorFor('input[autocomplete="new-password"]');
  private readonly button = this.locatorFor('sp-change-password button[type="submit"]');
  private readonly languages = this.locatorForAll('sp-choose-language input[type="radio"]');

  /** Types both passwords and sends them. */
  async changePassword(current: string, next: string): Promise<void> {
    for (const [field, text] of [
      [await this.current(), current],
      [await this.next(), next],
    ] as const) {
      await field.setInputValue(text);
      await field.dispatchEvent('input');
    }
    await (await this.button()).click();
  }

  /** What stands in the two password fields. */
  async typed(): Promise<readonly string[]> {
    return Promise.all([(await this.current()).getProperty<string>('value'), (await this.next()).getProperty<string>('value')]);
  }

  /** Picks the language at a place in the list. */
  async pickLanguage(index: number): Promise<void> {
    await (await this.languages())[index]?.click();
  }
}
