import { Component, signal } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { selectionIn } from '../selection/selection';
import { BulkBar } from './bulk-bar';
import { BulkBarHarness } from './bulk-bar.harness';

@Component({
  selector: 'sp-basket',
  imports: [BulkBar],
  template: `<sp-bulk-bar label="With the fruit picked" [selection]="selection"><button type="button">Wash</button></sp-bulk-bar>`,
})
class Basket {
  readonly items = signal<readonly string[]>(['apple', 'pear', 'plum', 'quince']);
  readonly selection = selectionIn(this, { key: (fruit) => fruit, name: (fruit) => fruit, most: 3 });
}

describe('the bar above a list', () => {
  it('offers nothing to be done until something is picked', async () => {
    const page = await mount(Basket);
    const bar = await page.part(BulkBarHarness);
    expect([await bar.state(), await bar.picked(), await bar.acts()]).toEqual(['none', '', []]);
    expect(page.text()).toBe('Select the 3 shown');
    page.component.selection.toggle('pear', 'one');
    await page.settle();
    expect([await bar.state(), await bar.picked(), await bar.acts()]).toEqual(['some', '1 selected.', ['Wash']]);
    await expectAccessible(page.element);
  });

  it('picks what is shown as far as there may be so many, says so, and lets go of all of it again', async () => {
    const page = await mount(Basket);
    const bar = await page.part(BulkBarHarness);
    await bar.toggleShown();
    expect(page.component.selection.chosen()).toEqual(['apple', 'pear', 'plum']);
    expect([await bar.state(), await bar.picked()]).toEqual(['all', '3 selected. No more than 3 go at once.']);
    await bar.toggleShown();
    expect(page.component.selection.chosen()).toEqual([]);
  });
});
