import { ComponentHarness, type ModifierKeys } from '@angular/cdk/testing';

class Row extends ComponentHarness {
  static readonly hostSelector = '.body .row';

  async text(): Promise<string> {
    const cells = await this.locatorForAll('.cell:not(.way, .pick)')();
    const texts = await Promise.all(cells.map((cell) => cell.text({ exclude: '.word' })));
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).join(' | ');
  }
}

/** Drives a list in a spec. */
export class ListHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-list';

  private readonly more = this.locatorForOptional('.after button');

  /** The rows as text, cells parted by ` | `, without the words that label them on a phone. */
  async rows(): Promise<string[]> {
    const rows = await this.locatorForAll(Row)();
    return Promise.all(rows.map((row) => row.text()));
  }

  /** Where the rows lead. */
  async links(): Promise<(string | null)[]> {
    const links = await this.locatorForAll('.lead')();
    return Promise.all(links.map((link) => link.getAttribute('href')));
  }

  /** Presses the box of the row so named. */
  async pick(name: string, keys: ModifierKeys = {}): Promise<void> {
    await (await this.locatorFor(`.pick input[aria-label$="${name}"]`)()).click('center', keys);
  }

  /** What the boxes are called that are ticked. */
  async picked(): Promise<(string | null)[]> {
    const boxes = await this.locatorForAll('.pick input:checked')();
    return Promise.all(boxes.map((box) => box.getAttribute('aria-label')));
  }

  /** Whether there is a button for more. */
  async hasMore(): Promise<boolean> {
    return (await this.more()) !== null;
  }

  /** Presses the button for more. */
  async loadMore(): Promise<void> {
    await (await this.more())?.click();
  }
}
