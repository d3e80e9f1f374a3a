import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, PopoverHarness, ProblemNoteHarness } from '@smartpar/platform/ui/testing';
import { ChoiceCardsHarness } from '../../choice-cards/choice-cards.harness';

/** Drives writing to a request in a spec. */
export class ComposerHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-composer';

  readonly text = this.locatorFor(FieldHarness);
  readonly choice = this.locatorForOptional(ChoiceCardsHarness);
  readonly templates = this.locatorForOptional(PopoverHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** What is being written. */
  async title(): Promise<string> {
    return (await this.locatorFor('h2')()).text();
  }

  /** Types a text in the place of what stood there. */
  async type(text: string): Promise<void> {
    await (await this.text()).fill(text);
  }

  /** Sends it. */
  async send(): Promise<void> {
    await (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Inserts a kept text by its title. */
  async insert(title: string): Promise<void> {
    await (await this.templates())?.toggle();
    for (const button of await this.documentRootLocatorFactory().locatorForAll('.texts button')()) {
      if ((await button.text()).startsWith(title)) return button.click();
    }
    throw new Error(`There is no text "${title}".`);
  }
}
