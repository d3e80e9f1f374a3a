import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page of one import in a spec. */
export class ImportHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-import';

  private readonly stage = this.locatorForOptional('sp-work-progress', 'sp-reading', 'sp-findings', 'sp-outcome');
  private readonly buttons = this.locatorForAll('sp-page-header .actions button');

  /** Which part of the wizard is shown: the name of its element without its prefix. */
  async shown(): Promise<string | null> {
    const stage = await this.stage();
    return stage === null ? null : ((await stage.getProperty<string>('localName')) ?? '').replace('sp-', '');
  }

  /** Whether it can be cancelled. */
  async cancels(): Promise<boolean> {
    return (await this.buttons()).length > 0;
  }

  /** Cancels it. */
  async cancel(): Promise<void> {
    await (await this.buttons())[0]?.click();
  }
}
