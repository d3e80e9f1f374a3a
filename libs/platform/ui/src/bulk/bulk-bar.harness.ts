import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the bar above a list in a spec. */
export class BulkBarHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-bulk-bar';

  private readonly box = this.locatorFor('input');

  /** Picks what is shown, or nothing any more. */
  async toggleShown(): Promise<void> {
    await (await this.box()).click();
  }

  /** Whether all, some or none of what is shown is picked. */
  async state(): Promise<'all' | 'some' | 'none'> {
    const box = await this.box();
    if (await box.getProperty<boolean>('checked')) return 'all';
    return (await box.getProperty<boolean>('indeterminate')) ? 'some' : 'none';
  }

  /** How many are picked, in words. */
  async picked(): Promise<string> {
    return (await this.locatorFor('.picked')()).text();
  }

  /** The words of what can be done. */
  async acts(): Promise<string[]> {
    const acts = await this.locatorForAll('.acts button')();
    return Promise.all(acts.map((act) => act.text()));
  }

  /** Presses what can be done, by its word. */
  async choose(word: string): Promise<void> {
    const acts = await this.locatorForAll('.acts button')();
    const words = await this.acts();
    await acts[words.indexOf(word)]?.click();
  }
}
