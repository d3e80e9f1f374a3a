import { ComponentHarness } from '@angular/cdk/testing';
import { ProblemNoteHarness } from '@smartpar/platform/ui/testing';
import { ChoiceCardsHarness } from '../choice-cards/choice-cards.harness';

/** Drives the page a confirmation link leads to, in a spec. */
export class ConfirmHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-confirm';

  readonly organizations = this.locatorForOptional(ChoiceCardsHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** Presses the one button of the page. */
  async press(): Promise<void> {
    await (await this.locatorFor('button[matButton=filled]')()).click();
  }
}
