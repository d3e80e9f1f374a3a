import { ComponentHarness } from '@angular/cdk/testing';
import { SegmentedHarness } from '@smartpar/platform/ui/testing';

/** Drives language, theme and density in a spec. */
export class AppearanceChoicesHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-appearance-choices';

  private readonly choices = this.locatorForAll(SegmentedHarness);

  /** Chooses a word, whichever question it answers. */
  async choose(word: string): Promise<void> {
    for (const choice of await this.choices()) if ((await choice.answers()).includes(word)) return choice.choose(word);
    throw new Error(`There is no answer "${word}".`);
  }
}
