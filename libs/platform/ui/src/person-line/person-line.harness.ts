import { ComponentHarness } from '@angular/cdk/testing';

/** Reads a person line in a spec. */
export class PersonLineHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-person-line';

  /** Name or number, and role, as one line. */
  async line(): Promise<string> {
    return (await (await this.locatorFor('.words')()).text()).replaceAll(/\s+/g, ' ');
  }
}
