import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mount } from '@smartpar/platform/ui/testing';
import { membership, provideAbilities, provideSession, sessionFacts } from '../../testing/src';
import { Abilities } from '../abilities/abilities';
import { Changes } from './changes';
import { freshOnChange, freshOnLockbox } from './fresh-on-change';

/** The part of a stream of events that is needed. */
class HeardSource extends EventTarget {
  static readonly open: HeardSource[] = [];
  closed = false;

  constructor(readonly url: string) {
    super();
    HeardSource.open.push(this);
  }

  close(): void {
    this.closed = true;
  }
}

@Component({ selector: 'sp-open-page', template: '' })
class OpenPage {
  readonly changes = inject(Changes);
  readonly abilities = inject(Abilities);
  read = 0;
  looks = 0;

  constructor() {
    freshOnChange({ reload: () => (this.read += 1) });
    freshOnLockbox({ reload: () => (this.looks += 1) });
  }
}

async function open(signedIn = true) {
  const page = await mount(OpenPage, {
    providers: [provideSession(signedIn ? sessionFacts({ memberships: [membership({ organizationId: 'o1' })] }) : null), provideAbilities('o1', [])],
  });
  const refresh = jest.spyOn(page.component.abilities, 'refresh');
  const happens = async (event: string): Promise<void> => {
    HeardSource.open.at(-1)?.dispatchEvent(new Event(event));
    await page.settle();
  };
  return { page, refresh, happens };
}

describe('what the server tells open pages', () => {
  beforeEach(() => {
    HeardSource.open.length = 0;
    Object.assign(window, { EventSource: HeardSource });
  });
  afterEach(() => Reflect.deleteProperty(window, 'EventSource'));

  it('is listened to in the organization that is looked at, by whoever is signed in', async () => {
    await open();
    expect(HeardSource.open.map(({ url }) => url)).toEqual(['/api/organizations/o1/changes']);
  });

  it('is not listened to while nobody is signed in', async () => {
    await open(false);
    expect(HeardSource.open).toEqual([]);
  });

  it('has the abilities read again first, and then the page', async () => {
    const { page, refresh, happens } = await open();
    expect(page.component.read).toBe(0);
    await happens('changed');
    expect([refresh.mock.calls, page.component.read]).toEqual([[['o1']], 1]);
  });

  it('has pages about lockboxes read again where there is something new, and nothing else', async () => {
    const { page, refresh, happens } = await open();
    await happens('lockbox');
    expect([refresh.mock.calls, page.component.read, page.component.looks]).toEqual([[], 0, 1]);
  });

  it('is taken for a change where the connection was lost meanwhile', async () => {
    const { page, happens } = await open();
    await happens('open');
    expect(page.component.read).toBe(0);
    await happens('error');
    await happens('open');
    expect([page.component.read, page.component.looks]).toEqual([1, 1]);
  });

  it('is left to another page where the server says so', async () => {
    const { happens } = await open();
    await happens('elsewhere');
    expect(HeardSource.open.map(({ closed }) => closed)).toEqual([true]);
  });

  it('is not listened to any more once the page is gone', async () => {
    const { page } = await open();
    TestBed.resetTestingModule();
    expect([page.component.read, HeardSource.open.map(({ closed }) => closed)]).toEqual([0, [true]]);
  });
});
