import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the rail in a spec. */
export class RailHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-rail';

  /** The words of the ways, in order. */
  async ways(): Promise<string[]> {
    const ways = await this.locatorForAll('a')();
    return Promise.all(ways.map((way) => way.text()));
  }

  /** Opens what has no room in the bar. @returns its words, in order; none where everything has room */
  async more(): Promise<string[]> {
    const button = await this.locatorForOptional('button')();
    await button?.click();
    const others = await this.documentRootLocatorFactory().locatorForAll('.sp-popover-panel a')();
    return Promise.all(others.map((way) => way.text()));
  }

  /** Whether the word that opens more says that one is on something behind it. */
  async hereBehindMore(): Promise<boolean> {
    return (await (await this.locatorForOptional('button')())?.getAttribute('aria-current')) === 'true';
  }

  /** The word of the way one is on; `null` on none. */
  async here(): Promise<string | null> {
    return (await (await this.locatorForOptional('a[aria-current=page]')())?.text()) ?? null;
  }
}
