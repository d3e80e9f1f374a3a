import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** Drives a choice among explained answers in a spec. */
export class ChoiceCardsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-choice-cards';

  /** The choice with this question. */
  static labelled(label: string): HarnessPredicate<ChoiceCardsHarness> {
    return new HarnessPredicate(ChoiceCardsHarness, {}).addOption('label', label, async (cards, wanted) => (await cards.label()) === wanted);
  }

  /** What is asked. */
  async label(): Promise<string> {
    return (await this.locatorFor('legend')()).text();
  }

  /** The words of all answers. */
  async answers(): Promise<string[]> {
    const answers = await this.locatorForAll('.answer')();
    return Promise.all(answers.map((answer) => answer.text()));
  }

  /** The word of the answer chosen; `null` before one is. */
  async chosen(): Promise<string | null> {
    return (await (await this.locatorForOptional('.chosen .answer')())?.text()) ?? null;
  }

  /** Chooses an answer by its word. */
  async choose(word: string): Promise<void> {
    const index = (await this.answers()).indexOf(word);
    const inputs = await this.locatorForAll('input')();
    if (inputs[index] === undefined) throw new Error(`There is no answer "${word}".`);
    await inputs[index].click();
  }

  /** What is wrong; `null` for nothing. */
  async error(): Promise<string | null> {
    return (await (await this.locatorForOptional('.error')())?.text()) ?? null;
  }
}
