import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the ways through the settings in a spec. */
export class SettingsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-settings';

  private readonly links = this.locatorForAll('nav a');

  /** The words of the ways that are shown. */
  async ways(): Promise<readonly string[]> {
    return Promise.all((await this.links()).map((link) => link.text()));
  }

  /** Where each of them leads. */
  async addresses(): Promise<readonly (string | null)[]> {
    return Promise.all((await this.links()).map((link) => link.getAttribute('href')));
  }
}
