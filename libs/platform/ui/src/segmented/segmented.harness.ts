import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** Drives a choice among a few answers in a spec. */
export class SegmentedHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-segmented';

  /** The choice with this question. */
  static labelled(label: string): HarnessPredicate<SegmentedHarness> {
    return new HarnessPredicate(SegmentedHarness, {}).addOption('label', label, async (choice, wanted) => (await choice.label()) === wanted);
  }

  /** What is asked. */
  async label(): Promise<string> {
    return (await this.locatorFor('legend')()).text();
  }

  /** The words of all answers. */
  async answers(): Promise<string[]> {
    const answers = await this.locatorForAll('label')();
    return Promise.all(answers.map((answer) => answer.text()));
  }

  /** The word of the answer chosen; `null` before one is. */
  async chosen(): Promise<string | null> {
    return (await (await this.locatorForOptional('label.chosen')())?.text()) ?? null;
  }

  /** Chooses an answer by its word. */
  async choose(word: string): Promise<void> {
    const index = (await this.answers()).indexOf(word);
    const inputs = await this.locatorForAll('input')();
    if (inputs[index] === undefined) throw new Error(`There is no answer "${word}".`);
    await inputs[index].click();
  }
}
