import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mount, type Mounted } from '@smartpar/platform/ui/testing';
import { keptSearch } from './kept-search';

@Component({ selector: 'sp-searched', template: '{{ search.term() }}' })
class Searched {
  readonly address = signal(0);
  readonly search = keptSearch(() => this.address());
  readonly location = inject(Location);
}

const open = (): Promise<Mounted<Searched>> => mount(Searched, { address: '/org/o1/members?status=active' });

describe('a search that may be a name', () => {
  it('stands beside the address and never in it', async () => {
    const page = await open();
    page.component.search.set('  Mira ');
    await page.settle();
    expect(page.text()).toBe('Mira');
    expect(page.component.location.getState()).toMatchObject({ search: 'Mira' });
    expect(page.component.location.path(true)).toBe('/org/o1/members?status=active');
  });

  it('leaves what the router keeps there', async () => {
    const page = await open();
    page.component.location.replaceState('/org/o1/members', '', { navigationId: 7 });
    page.component.search.set('Mira');
    await page.settle();
    expect(page.component.location.getState()).toEqual({ navigationId: 7, search: 'Mira' });
  });

  it('is written anew when a filter has changed the address', async () => {
    const page = await open();
    page.component.search.set('Mira');
    await page.settle();
    page.component.location.replaceState('/org/o1/members?status=invited', '', { navigationId: 8 });
    page.component.address.set(1);
    await page.settle();
    expect(page.component.location.getState()).toEqual({ navigationId: 8, search: 'Mira' });
  });

  it('is there again for whoever comes back', async () => {
    const page = await open();
    page.component.location.replaceState('/org/o1/members', '', { search: 'Mira' });
    expect(TestBed.createComponent(Searched).componentInstance.search.term()).toBe('Mira');
  });
});
