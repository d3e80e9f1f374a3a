import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { ListTrail } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestView } from '@smartpar/requests/model';
import { ASSIGNABLE, ME, ORGANIZATION, requestView } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { ActionsHarness } from './actions/actions.harness';
import { ComposerHarness } from './composer/composer.harness';
import { Request } from './request';

const ADDRESS = `/api/organizations/${ORGANIZATION}/requests/request-1`;
const PAGE = `/org/${ORGANIZATION}/inbox`;

const settleCalls = async (page: Mounted<Request>): Promise<void> => {
  for (const call of page.http.match(`${ADDRESS}/mails`)) call.flush({ items: [] });
  for (const call of page.http.match(`${ADDRESS}/draft`)) call.flush({ draft: null });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/members/assignable`)) call.flush(ASSIGNABLE);
  await page.settle();
};

const open = (): Promise<Mounted<Request>> =>
  mount(Request, {
    texts: { requests: en },
    inputs: { organizationId: ORGANIZATION, requestId: 'request-1' },
    providers: [provideSession(sessionFacts({ memberships: [membership({ memberId: ME })] })), provideAbilities(ORGANIZATION, [])],
  });

async function read(facts: Partial<RequestView> = {}): Promise<Mounted<Request>> {
  const page = await open();
  page.http.expectOne(ADDRESS).flush(requestView(facts));
  await page.settle();
  await settleCalls(page);
  return page;
}

const press = async (page: Mounted<Request>, key: string, target: EventTarget = document): Promise<void> => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await page.settle();
};

const titleOf = async (page: Mounted<Request>): Promise<string> => (await page.part(ComposerHarness)).title();

describe('one request', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows facts, what happened and what can be done', async () => {
    const page = await read();
    expect(page.element.querySelector('h1')?.textContent).toContain('Question P-7K3M-Q2');
    expect(page.text()).toContain('Who can see my phone number?');
    expect(page.text()).toContain('What you can do');
    await expectAccessible(page.element);
  });

  it('turns to what is chosen and moves to where one writes', async () => {
    const page = await read();
    await (await page.part(ActionsHarness)).choose('Answer and close');
    expect(await titleOf(page)).toBe('Answer and close');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });

  it.each([
    ['r', 'Reply'],
    ['b', 'Ask back'],
    ['a', 'Answer and close'],
    ['n', 'Internal note'],
  ])('begins to write at the key %s', async (key, title) => {
    const page = await read();
    await press(page, key);
    expect(await titleOf(page)).toBe(title);
  });

  it('takes no key from those who type', async () => {
    const page = await read();
    await press(page, 'n', page.element.querySelector('textarea') ?? document);
    expect(await titleOf(page)).toBe('Reply');
  });

  it('reads the request again once something was done', async () => {
    const page = await read();
    const composer = await page.part(ComposerHarness);
    await composer.type('Your number is gone.');
    void composer.send();
    await page.settle();
    await page.settle();
    page.http.expectOne(`${ADDRESS}/replies`).flush({ requestId: 'request-1', entryId: 'e', state: 'in-progress', dueAt: '2099-04-06T22:00:00Z' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush(requestView({ state: 'answered', outcome: 'fulfilled' }));
    await page.settle();
    await settleCalls(page);
    expect(await titleOf(page)).toBe('Write again');
  });

  it('opens an answered one again at any key but that of a note', async () => {
    const page = await read({ state: 'answered', outcome: 'fulfilled' });
    await press(page, 'r');
    expect(await titleOf(page)).toBe('Write again');
    await press(page, 'n');
    expect(await titleOf(page)).toBe('Internal note');
  });

  it('lets those who only read do nothing', async () => {
    const page = await read({ may: { answer: false, assign: false, handOver: false } });
    expect(page.element.querySelector('sp-composer, sp-actions')).toBeNull();
    await press(page, 'r');
    expect(page.element.querySelector('sp-composer')).toBeNull();
  });

  it('leads back to the list it came from and on to its neighbours', async () => {
    const page = await read();
    const trail = { list: PAGE, ids: ['request-0', 'request-1', 'request-2'], address: `${PAGE}?state=all` };
    TestBed.inject(ListTrail).leave(trail);
    await page.settle();
    const links = [...page.element.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([`${PAGE}?state=all`, `${PAGE}/request-0`, `${PAGE}/request-2`]);
    await press(page, 'j');
    expect(page.router.url).toBe(`${PAGE}/request-2`);
  });

  it('says so where there is nothing, or nothing for the reader', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).flush({ code: 'not_found' }, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(page.text()).toContain('There is nothing here, or it is not yours to see');
    await expectAccessible(page.element);
  });
});
