import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ProblemNoteHarness } from '@smartpar/platform/ui/testing';
import { ChoiceCardsHarness } from '../../choice-cards/choice-cards.harness';
import { TickHarness } from '../../tick/tick.harness';

/** Drives asking signed in, in a spec. */
export class AskMineHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-ask-mine';

  readonly side = this.locatorForOptional(ChoiceCardsHarness);
  readonly aboutContact = this.locatorFor(TickHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** A field by the beginning of its label; `null` where it is not asked. */
  async field(label: string): Promise<FieldHarness | null> {
    return this.locatorForOptional(FieldHarness.labelled(label))();
  }

  /** Types the question. */
  async type(text: string): Promise<void> {
    await (await this.field('Your question'))?.fill(text);
  }

  /** Sends it. */
  async send(): Promise<void> {
    await (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Leaves it for now. */
  async cancel(): Promise<void> {
    await (await this.locatorFor('button:not([type=submit])')()).click();
  }
}
