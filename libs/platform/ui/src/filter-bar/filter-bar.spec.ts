import { Component } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { urlFilters } from '../url-filters/url-filters';
import { FilterBar } from './filter-bar';
import { FilterBarHarness } from './filter-bar.harness';

@Component({
  selector: 'sp-filtered',
  imports: [FilterBar],
  template: `<sp-filter-bar label="Filter questions" [filters]="filters">{{ filters.values().state }}</sp-filter-bar>`,
})
class Filtered {
  readonly filters = urlFilters({ state: 'open', kind: '' });
}

describe('a filter bar', () => {
  it('offers nothing to clear as the page begins', async () => {
    const page = await mount(Filtered, { address: '/inbox' });
    expect(await (await page.part(FilterBarHarness)).canClear()).toBe(false);
    expect(page.text()).toBe('open');
    await expectAccessible(page.element);
  });

  it('takes its filters from the address and gives them back to it', async () => {
    const page = await mount(Filtered, { address: '/inbox?state=closed&page=2' });
    expect(page.text()).toContain('closed');
    await (await page.part(FilterBarHarness)).clear();
    await page.settle();
    expect(page.router.url).not.toContain('state');
    expect(page.router.url).toContain('page=2');
    expect(page.text()).toBe('open');
  });
});
