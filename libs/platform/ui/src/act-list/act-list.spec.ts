import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { expectAccessible, mount } from '../../testing/src';
import { ActLine } from './act-line';
import { ActList } from './act-list';
import { ActListHarness } from './act-list.harness';

@Component({
  selector: 'sp-garden',
  imports: [ActLine, ActList],
  template: `
    <sp-act-list title="In the garden">
      <sp-act-line icon="edit" word="Dig" meaning="The earth gets air." [current]="true" [waiting]="waiting()" (chosen)="done.push('dig')" />
      <sp-act-line icon="close" word="Weed" meaning="Room for flowers." [waiting]="waiting()" (chosen)="done.push('weed')" />
      <sp-act-line icon="external" word="Buy seeds" meaning="At the market." [link]="market" />
    </sp-act-list>
  `,
})
class Garden {
  readonly waiting = signal(false);
  readonly done: string[] = [];
  protected readonly market = inject(Router).parseUrl('/market?for=seeds');
}

describe('what can be done on a page', () => {
  it('is said with what follows from it, and which of it is being done now', async () => {
    const page = await mount(Garden);
    const acts = await page.part(ActListHarness);
    expect([await acts.offered(), await acts.current()]).toEqual([['Dig', 'Weed', 'Buy seeds'], 'Dig']);
    expect(page.element.querySelector('button')?.textContent?.trim()).toBe('Dig The earth gets air.');
    expect(page.element.querySelectorAll('[role=list] > [role=listitem]')).toHaveLength(3);
    await expectAccessible(page.element);
  });

  it('is done at one press, and not again while it is under way', async () => {
    const page = await mount(Garden);
    const acts = await page.part(ActListHarness);
    await acts.choose('Weed');
    page.component.waiting.set(true);
    await page.settle();
    await acts.choose('Weed');
    expect(page.component.done).toEqual(['weed']);
    expect(page.element.querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
    await expectAccessible(page.element);
  });

  it('may be done on another page', async () => {
    const page = await mount(Garden);
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/market?for=seeds');
    await (await page.part(ActListHarness)).choose('Buy seeds');
    await page.settle();
    expect(page.router.url).toBe('/market?for=seeds');
  });
});
