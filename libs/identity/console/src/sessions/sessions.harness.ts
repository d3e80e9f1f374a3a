import { ComponentHarness } from '@angular/cdk/testing';

class Line extends ComponentHarness {
  static readonly hostSelector = 'li';

  async text(): Promise<string> {
    const pieces = await this.locatorForAll('h2, p, button')();
    return (await Promise.all(pieces.map((piece) => piece.text()))).join(' | ');
  }
}

/** Drives the list of sessions in a spec. */
export class SessionsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-sessions';

  private readonly lines = this.locatorForAll(Line);
  private readonly buttons = this.locatorForAll('li button');
  private readonly others = this.locatorForOptional('button.others');

  /** The sessions as text, pieces parted by ` | `. */
  async texts(): Promise<string[]> {
    return Promise.all((await this.lines()).map((line) => line.text()));
  }

  /** Presses the button of the session at a place in the list. */
  async end(index: number): Promise<void> {
    await (await this.buttons())[index]?.click();
  }

  /** Whether all others can be ended at once. */
  async mayEndOthers(): Promise<boolean> {
    return (await this.others()) !== null;
  }

  /** Ends all others. */
  async endOthers(): Promise<void> {
    await (await this.others())?.click();
  }
}
