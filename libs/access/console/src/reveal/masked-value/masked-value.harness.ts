import { ComponentHarness } from '@angular/cdk/testing';

/** Drives a masked value in a spec. */
export class MaskedValueHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-masked-value';

  private readonly button = this.locatorForOptional('button[aria-keyshortcuts=R]');

  /** The value that can be read; `null` behind a mask. */
  async value(): Promise<string | null> {
    return (await (await this.locatorForOptional('.value, .sp-quiet')())?.text()) ?? null;
  }

  /** What stands in its place for those who look; `null` without a mask. */
  async dots(): Promise<string | null> {
    return (await (await this.locatorForOptional('.dots')())?.text()) ?? null;
  }

  /** What stands in its place for those who hear the page. */
  async heard(): Promise<string> {
    return (await this.locatorFor('.mask .sp-visually-hidden')()).text();
  }

  /** Whether there is a button to reveal it. */
  async mayReveal(): Promise<boolean> {
    return (await this.button()) !== null;
  }

  /** Presses it. */
  async press(): Promise<void> {
    await (await this.button())?.click();
  }

  /** Presses a key on it. */
  async key(key: string): Promise<void> {
    await (await this.button())?.sendKeys(key);
  }

  /** Takes a revealed value away. */
  async hide(): Promise<void> {
    const buttons = await this.locatorForAll('.buttons button')();
    await buttons.at(-1)?.click();
  }
}
