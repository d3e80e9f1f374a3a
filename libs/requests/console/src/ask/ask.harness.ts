import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ProblemNoteHarness, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { ChoiceCardsHarness } from '../choice-cards/choice-cards.harness';
import { TickHarness } from '../tick/tick.harness';

/** Drives the page where anybody asks, in a spec. */
export class AskHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-ask';

  readonly concerns = this.locatorFor(ChoiceCardsHarness);
  readonly aboutContact = this.locatorFor(TickHarness);
  readonly replyTo = this.locatorFor(SegmentedHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** A field by the beginning of its label. */
  async field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }

  /** Fills in what every question needs. */
  async fill(text: string, identifier: string): Promise<void> {
    await (await this.field('Your question')).fill(text);
    await (await this.field('E-mail address you use')).fill(identifier);
  }

  /** Sends the question. */
  async send(): Promise<void> {
    await (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Presses one of the buttons shown after sending. */
  async press(word: string): Promise<void> {
    for (const button of await this.locatorForAll('sp-sent button')()) {
      if ((await button.text()) === word) return button.click();
    }
    throw new Error(`There is no button "${word}".`);
  }
}
