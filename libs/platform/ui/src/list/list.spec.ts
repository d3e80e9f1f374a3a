import { Component } from '@angular/core';
import { expectAccessible, mount, type Mounted } from '../../testing/src';
import { keysetList } from '../keyset-list/keyset-list';
import { Column } from './column';
import { List } from './list';
import { ListHarness } from './list.harness';
import { selectionIn } from '../selection/selection';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly town: string;
}

@Component({
  selector: 'sp-people',
  imports: [Column, List],
  template: `
    <sp-list label="People" emptyTitle="Nobody here" emptyHint="Invite somebody." [of]="people" [key]="keyOf" [link]="linkOf">
      <ng-container *spColumn="let person of people; label: 'Name'">{{ person.name }}</ng-container>
      <ng-container *spColumn="let person of people; label: 'Town'; width: '120px'">{{ person.town }}</ng-container>
    </sp-list>
  `,
})
class People {
  protected readonly people = keysetList<Person>(() => ({ path: '/people' }));
  protected readonly keyOf = (person: Person): string => person.id;
  protected readonly linkOf = (person: Person): string => `/people/${person.id}`;
}

@Component({
  selector: 'sp-pickable',
  imports: [Column, List],
  template: `
    <sp-list label="People" emptyTitle="Nobody here" [of]="people" [key]="keyOf" [link]="linkOf" [selection]="selection">
      <ng-container *spColumn="let person of people; label: 'Name'">{{ person.name }}</ng-container>
    </sp-list>
  `,
})
class Pickable extends People {
  readonly selection = selectionIn(this.people, { key: this.keyOf, name: ({ name }) => name, most: 3 });
}

const ADA: Person = { id: '1', name: 'Ada', town: 'Kiel' };
const BEN: Person = { id: '2', name: 'Ben', town: 'Ulm' };
const CLEO: Person = { id: '3', name: 'Cleo', town: 'Jena' };
const DORA: Person = { id: '4', name: 'Dora', town: 'Hof' };

async function answered(...items: Person[]): Promise<Mounted<People>> {
  const page = await mount(People);
  page.http.expectOne('/api/people').flush({ items, next: items.length > 0 ? 'c1' : null });
  await page.settle();
  return page;
}

describe('a list', () => {
  it('shows a row for each item, which leads to it', async () => {
    const page = await answered(ADA, BEN);
    const list = await page.part(ListHarness);
    expect(await list.rows()).toEqual(['Ada | Kiel', 'Ben | Ulm']);
    expect(await list.links()).toEqual(['/people/1', '/people/2']);
  });

  it('adds the next page from where the one before ended', async () => {
    const page = await answered(ADA);
    const list = await page.part(ListHarness);
    void list.loadMore();
    await page.settle();
    page.http.expectOne('/api/people?after=c1').flush({ items: [BEN], next: null });
    await page.settle();
    expect(await list.rows()).toHaveLength(2);
    expect(await list.hasMore()).toBe(false);
  });

  it('says what to do first when there is nothing', async () => {
    const page = await answered();
    expect(page.text()).toContain('Nobody here Invite somebody.');
    await expectAccessible(page.element);
  });

  it('offers to try again when the list cannot be read, and then shows it', async () => {
    const page = await mount(People);
    page.http.expectOne('/api/people').flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    expect(page.text()).toContain('Try again');
    page.element.querySelector<HTMLButtonElement>('sp-pending button')?.click();
    await page.settle();
    page.http.expectOne('/api/people').flush({ items: [ADA], next: null });
    await page.settle();
    expect(page.text()).toContain('Ada');
  });

  it('keeps the rows when the next page fails', async () => {
    const page = await answered(ADA);
    const list = await page.part(ListHarness);
    void list.loadMore();
    await page.settle();
    page.http.expectOne('/api/people?after=c1').error(new ProgressEvent('error'));
    await page.settle();
    expect(await list.rows()).toEqual(['Ada | Kiel']);
    expect(page.text()).toContain('cannot be reached');
  });

  it('is a table to those who hear it', async () => {
    const page = await answered(ADA, BEN);
    expect(page.element.querySelector('[role=table]')?.getAttribute('aria-label')).toBe('People');
    await expectAccessible(page.element);
  });
});

describe('picking in a list', () => {
  async function pickable(): Promise<{ page: Mounted<Pickable>; list: ListHarness; chosen: () => string[] }> {
    const page = await mount(Pickable);
    page.http.expectOne('/api/people').flush({ items: [ADA, BEN, CLEO, DORA], next: null });
    await page.settle();
    return { page, list: await page.part(ListHarness), chosen: () => page.component.selection.chosen().map(({ name }) => name) };
  }

  async function press(page: Mounted<Pickable>, row: number, key: string, init: KeyboardEventInit = {}): Promise<void> {
    page.element.querySelectorAll('.lead')[row]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
    await page.settle();
  }

  it('is done by boxes that say whom, and does not open the row', async () => {
    const { page, list, chosen } = await pickable();
    await list.pick('Ben');
    expect([chosen(), await list.picked()]).toEqual([['Ben'], ['Select Ben']]);
    expect(await list.rows()).toEqual(['Ada', 'Ben', 'Cleo', 'Dora']);
    expect(page.router.url).toBe('/');
    await expectAccessible(page.element);
  });

  it('reaches over a range with Shift', async () => {
    const { list, chosen } = await pickable();
    await list.pick('Ada');
    await list.pick('Cleo', { shift: true });
    expect([chosen(), await list.picked()]).toEqual([
      ['Ada', 'Ben', 'Cleo'],
      ['Select Ada', 'Select Ben', 'Select Cleo'],
    ]);
  });

  it('is done by X on the row that has the focus, and by Shift and X as a range', async () => {
    const { page, list, chosen } = await pickable();
    await press(page, 1, 'x');
    await press(page, 2, 'X', { shiftKey: true });
    expect(chosen()).toEqual(['Ben', 'Cleo']);
    await press(page, 1, 'x', { ctrlKey: true });
    expect(await list.picked()).toHaveLength(2);
  });

  it('ends where there is no room for more', async () => {
    const { page, list } = await pickable();
    await list.pick('Ada');
    await list.pick('Cleo', { shift: true });
    expect([...page.element.querySelectorAll('input')].map(({ disabled }) => disabled)).toEqual([false, false, false, true]);
    await press(page, 3, 'x');
    expect(await list.picked()).toHaveLength(3);
  });
});
