import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the first page in a spec. */
export class StartHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-start';

  /** Where the two big choices lead. */
  async choices(): Promise<(string | null)[]> {
    const choices = await this.locatorForAll('.choice')();
    return Promise.all(choices.map((choice) => choice.getAttribute('href')));
  }
}
