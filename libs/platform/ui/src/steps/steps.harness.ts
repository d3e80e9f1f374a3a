import { ComponentHarness } from '@angular/cdk/testing';

/** Reads the steps in a spec. */
export class StepsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-steps';

  /** The step somebody is at; `null` once all is done. */
  async current(): Promise<string | null> {
    return (await (await this.locatorForOptional('[aria-current=step] .words')())?.text()) ?? null;
  }

  /** How many steps are done. */
  async done(): Promise<number> {
    return (await this.locatorForAll('.done')()).length;
  }
}
