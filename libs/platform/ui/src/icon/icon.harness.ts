import { ComponentHarness } from '@angular/cdk/testing';

/** Reads an icon in a spec. */
export class IconHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-icon';

  /** The strokes it is drawn with. */
  async strokes(): Promise<string | null> {
    return (await this.locatorFor('path')()).getAttribute('d');
  }
}
