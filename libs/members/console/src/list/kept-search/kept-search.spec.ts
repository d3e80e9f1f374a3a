import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { mount, type Mounted } from '@smartpar/platform/ui/testing';
import { keptSearch } from './kept-search';

@Component({ selector: 'sp-searched', template: '{{ search.term() }}' })
class Searched {
  readonly address = signal(0);
  readonly search = keptSearch(() => this.address());
  readonly location = inject(Location);
}

const open = (sessionId = 'session-1'): Promise<Mounted<Searched>> =>
  mount(Searched, { address: '/org/o1/members?status=active', providers: [provideSession(sessionFacts({ sessionId }))] });

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
    expect(page.component.location.getState()).toEqual({ navigationId: 7, search: 'Mira', searchedIn: 'session-1' });
  });

  it('is written anew when a filter has changed the address', async () => {
    const page = await open();
    page.component.search.set('Mira');
    await page.settle();
    page.component.location.replaceState('/org/o1/members?status=invited', '', { navigationId: 8 });
    page.component.address.set(1);
    await page.settle();
    expect(page.component.location.getState()).toEqual({ navigationId: 8, search: 'Mira', searchedIn: 'session-1' });
  });

  it('is there again for whoever comes back', async () => {
    const page = await open();
    page.component.location.replaceState('/org/o1/members', '', { search: 'Mira', searchedIn: 'session-1' });
    expect(TestBed.createComponent(Searched).componentInstance.search.term()).toBe('Mira');
  });

  it('is not there for whoever signed in after them', async () => {
    const page = await open('session-2');
    page.component.location.replaceState('/org/o1/members', '', { search: 'Mira', searchedIn: 'session-1' });
    const fixture = TestBed.createComponent(Searched);
    expect(fixture.componentInstance.search.term()).toBe('');
    fixture.detectChanges();
    await page.settle();
    expect(JSON.stringify(page.component.location.getState())).not.toContain('Mira');
  });
});
