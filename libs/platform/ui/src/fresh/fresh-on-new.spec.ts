import { Component, signal } from '@angular/core';
import { mount } from '../../testing/src';
import { freshOnNew } from './fresh-on-new';

@Component({ selector: 'sp-counted', template: '' })
class Counted {
  readonly count = signal<number | undefined>(undefined);
  read = 0;

  constructor() {
    freshOnNew(this.count, { reload: () => (this.read += 1) });
  }
}

describe('what goes with a number', () => {
  it.each<[string, readonly (number | undefined)[], number]>([
    ['is not read again for the first one that is known', [3], 0],
    ['is not read again while it stays the same', [3, 3], 0],
    ['is read again once for each further one', [3, 4, 5], 2],
    ['is read again where it begins at nothing', [0, 1], 1],
    ['is not read again where it was not known meanwhile', [3, undefined, 4], 0],
  ])('%s', async (_, counts, read) => {
    const page = await mount(Counted);
    for (const count of counts) {
      page.component.count.set(count);
      await page.settle();
    }
    expect(page.component.read).toBe(read);
  });
});
