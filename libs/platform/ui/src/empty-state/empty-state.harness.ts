import { ComponentHarness } from '@angular/cdk/testing';

/** Reads an empty state in a spec. */
export class EmptyStateHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-empty-state';

  /** What it says. */
  async title(): Promise<string> {
    return (await this.locatorFor('h2')()).text();
  }
}
