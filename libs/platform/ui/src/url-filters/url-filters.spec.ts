import { Component } from '@angular/core';
import { mount } from '../../testing/src';
import { urlFilters } from './url-filters';

@Component({ selector: 'sp-filtered', template: '' })
class Filtered {
  readonly filters = urlFilters({ state: 'open', text: '' });
}

describe('filters in the address', () => {
  it('begin as the page says', async () => {
    const { component } = await mount(Filtered, { address: '/inbox' });
    expect(component.filters.values()).toEqual({ state: 'open', text: '' });
    expect(component.filters.active()).toBe(0);
  });

  it('take what the address says and leave alone what it does not know', async () => {
    const { component } = await mount(Filtered, { address: '/inbox?text=badge&colour=red' });
    expect(component.filters.values()).toEqual({ state: 'open', text: 'badge' });
    expect(component.filters.active()).toBe(1);
  });

  it('write themselves into the address, leaving out what is as the page begins', async () => {
    const page = await mount(Filtered, { address: '/inbox?text=badge' });
    page.component.filters.set({ state: 'closed', text: '' });
    await page.settle();
    expect(page.router.parseUrl(page.router.url).queryParams).toEqual({ state: 'closed' });
    expect(page.component.filters.values()).toEqual({ state: 'closed', text: '' });
  });

  it('can be switched off where the page begins with them on', async () => {
    const page = await mount(Filtered, { address: '/inbox' });
    page.component.filters.set({ state: '' });
    await page.settle();
    expect(page.component.filters.values().state).toBe('');
  });

  it('go back to how the page begins', async () => {
    const page = await mount(Filtered, { address: '/inbox?text=badge&state=closed' });
    page.component.filters.clear();
    await page.settle();
    expect(page.component.filters.active()).toBe(0);
  });
});
