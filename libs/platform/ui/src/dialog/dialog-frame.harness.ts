import { ComponentHarness } from '@angular/cdk/testing';

/** Reads a dialog in a spec. */
export class DialogFrameHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-dialog-frame';

  /** What the dialog is about. */
  async title(): Promise<string> {
    return (await this.locatorFor('h2')()).text();
  }

  /** The words of its buttons, in order. */
  async actions(): Promise<string[]> {
    const actions = await this.locatorForAll('.actions button')();
    return Promise.all(actions.map((action) => action.text()));
  }
}
