import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ProblemNoteHarness } from '@smartpar/platform/ui/testing';

/** Drives the person's next message in a spec. */
export class WriteAgainHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-write-again';

  readonly text = this.locatorFor(FieldHarness);
  readonly problem = this.locatorFor(ProblemNoteHarness);

  /** Types a message. */
  async type(text: string): Promise<void> {
    await (await this.text()).fill(text);
  }

  /** Sends it. */
  async send(): Promise<void> {
    await (await this.locatorFor('button[type=submit]')()).click();
  }
}
