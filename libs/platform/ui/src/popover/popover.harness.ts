import { ComponentHarness } from '@angular/cdk/testing';

/** Drives a button that opens a panel in a spec. */
export class PopoverHarness extends ComponentHarness {
  static readonly hostSelector = 'button[aria-haspopup=dialog]';

  private readonly panel = this.documentRootLocatorFactory().locatorForOptional('.sp-popover-panel');

  /** Presses the button. */
  async toggle(): Promise<void> {
    await (await this.host()).click();
  }

  /** Whether the button says its panel is open. */
  async isOpen(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-expanded')) === 'true';
  }

  /** What the panel says; `null` while it is closed. */
  async content(): Promise<string | null> {
    return (await (await this.panel())?.text()) ?? null;
  }
}
