import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the place switcher in a spec. */
export class PlaceSwitcherHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-place-switcher';

  private readonly button = this.locatorForOptional('button');

  /** Where one is. */
  async here(): Promise<string> {
    return (await this.locatorFor('.here .words')()).text();
  }

  /** Whether there is anywhere else to go. */
  async canSwitch(): Promise<boolean> {
    return (await this.button()) !== null;
  }

  /** Opens the list and reads it. */
  async places(): Promise<string[]> {
    await (await this.button())?.click();
    const places = await this.documentRootLocatorFactory().locatorForAll('.sp-popover-panel a')();
    return Promise.all(places.map((place) => place.text()));
  }
}
