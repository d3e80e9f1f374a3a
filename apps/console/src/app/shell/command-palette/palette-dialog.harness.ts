import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** Drives the command palette in a spec. */
export class PaletteDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-palette-dialog';

  private readonly box = this.locatorFor('input');

  /** Types into the box. */
  async type(text: string): Promise<void> {
    const box = await this.box();
    await box.setInputValue(text);
    await box.dispatchEvent('input');
  }

  /** Presses a key in the box. */
  async press(key: TestKey): Promise<void> {
    await (await this.box()).sendKeys(key);
  }

  /** The words of what was found. */
  async found(): Promise<string[]> {
    const targets = await this.locatorForAll('[role=option] span:not(.where)')();
    return Promise.all(targets.map((target) => target.text()));
  }

  /** The word that Enter would go to. */
  async chosen(): Promise<string | null> {
    return (await (await this.locatorForOptional('[aria-selected=true] span:not(.where)')())?.text()) ?? null;
  }
}
