import { ComponentHarness } from '@angular/cdk/testing';
import { PopoverHarness } from '@smartpar/platform/ui/testing';
import { AppearanceChoicesHarness } from '../appearance-choices/appearance-choices.harness';

/** Drives the person menu in a spec. */
export class PersonMenuHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-person-menu';

  /** What the button is called to those who hear the page, at every width: only words that no width takes away. */
  async heard(): Promise<string> {
    const parts = await this.locatorForAll('.me > .sp-visually-hidden')();
    return (await Promise.all(parts.map((part) => part.text()))).join(' ');
  }

  /** Opens the menu and reads it. */
  async open(): Promise<string> {
    const popover = await this.locatorFor(PopoverHarness)();
    await popover.toggle();
    return (await popover.content()) ?? '';
  }

  /** Chooses a word in the open menu, whichever question it answers. */
  async choose(word: string): Promise<void> {
    return (await this.documentRootLocatorFactory().locatorFor(AppearanceChoicesHarness)()).choose(word);
  }

  /** Presses what is called so in the open menu. */
  async press(word: string): Promise<void> {
    const entries = await this.documentRootLocatorFactory().locatorForAll('.sp-popover-panel li > *')();
    for (const entry of entries) if ((await entry.text()) === word) return entry.click();
    throw new Error(`The menu has no "${word}".`);
  }
}
