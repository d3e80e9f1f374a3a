import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';

/** Drives the dialog that asks for a reason in a spec. */
export class RevealDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-reveal-dialog';

  /** A question of the dialog. */
  field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }

  /** What the dialog is about. */
  async title(): Promise<string> {
    return (await this.locatorFor('h2')()).text();
  }

  /** The words a question offers. */
  async offered(label: 'purpose' | 'reason'): Promise<readonly string[]> {
    const options = await this.locatorForAll(`sp-field:nth-of-type(${label === 'purpose' ? 1 : 2}) option`)();
    return Promise.all(options.map((option) => option.text()));
  }

  /** Looks; the answer is not waited for. */
  async look(): Promise<void> {
    void (await this.locatorFor('button[type=submit]')()).click();
  }

  /** Thinks better of it. */
  async cancel(): Promise<void> {
    await (await this.locatorFor('button[type=button]')()).click();
  }
}
