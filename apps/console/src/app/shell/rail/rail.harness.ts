import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the rail in a spec. */
export class RailHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-rail';

  /** The words of the ways, in order. */
  async ways(): Promise<string[]> {
    const ways = await this.locatorForAll('a')();
    return Promise.all(ways.map((way) => way.text()));
  }

  /** The word of the way one is on; `null` on none. */
  async here(): Promise<string | null> {
    return (await (await this.locatorForOptional('a[aria-current=page]')())?.text()) ?? null;
  }
}
