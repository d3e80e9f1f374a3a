import { provideAbilities } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { ListTrail } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestListItem } from '@smartpar/requests/model';
import { ASSIGNABLE, ORGANIZATION, listItem } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Inbox } from './inbox';
import { InboxHarness } from './inbox.harness';

const LIST = `/api/organizations/${ORGANIZATION}/requests`;
const PAGE = `/org/${ORGANIZATION}/inbox`;
const MEMBERS = `/api/organizations/${ORGANIZATION}/members/assignable`;
const ALL = ['list', 'read', 'answer', 'assign'];

const rules = (actions: readonly string[]) =>
  provideAbilities(
    ORGANIZATION,
    actions.map((action) => ({ action, subject: 'privacy-request' })),
  );

const open = (address = PAGE, actions: readonly string[] = ALL): Promise<Mounted<Inbox>> =>
  mount(Inbox, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION }, address, providers: [rules(actions)] });

const asked = (page: Mounted<Inbox>): Record<string, string> => {
  const { params } = page.http.expectOne((call) => call.url === LIST).request;
  return Object.fromEntries(params.keys().map((key) => [key, params.get(key) ?? '']));
};

async function answered(...items: RequestListItem[]): Promise<{ page: Mounted<Inbox>; inbox: InboxHarness }> {
  const page = await open();
  answer(page, ...items);
  page.http.expectOne(MEMBERS).flush(ASSIGNABLE);
  await page.settle();
  return { page, inbox: await page.part(InboxHarness) };
}

const answer = (page: Mounted<Inbox>, ...items: RequestListItem[]): void => page.http.expectOne((call) => call.url === LIST).flush({ items, next: null });

describe('the inbox', () => {
  it('lists requests with clocks, by number and never by name', async () => {
    const { page, inbox } = await answered(
      listItem(),
      listItem({ id: 'request-2', reference: 'P-2', kind: 'erasure', memberNumber: null, assigneeNumber: 10003, paused: true }),
    );
    const [first, second] = await (await inbox.list()).rows();
    expect(first).toMatch(/^P-7K3M-Q2 Question \| .*days left.* \| In progress \| M-10422 \| Nobody yet \|/);
    expect(second).toMatch(/^P-2 Erasure \| Paused.* \| In progress \| From outside \| M-10003 \|/);
    expect(await (await inbox.list()).links()).toEqual([`${PAGE}/request-1`, `${PAGE}/request-2`]);
    await expectAccessible(page.element);
  });

  it('begins with what is open, soonest date first', async () => {
    const page = await open();
    expect(asked(page)).toEqual({ state: 'open', order: 'due' });
  });

  it('takes its filters from the address', async () => {
    const page = await open(`${PAGE}?overdue=true&kind=erasure&assignee=me`);
    expect(asked(page)).toEqual({ state: 'open', overdue: 'true', kind: 'erasure', assignee: 'me', order: 'due' });
    expect(page.element.querySelector('sp-segmented label.chosen')?.textContent?.trim()).toBe('Late');
  });

  it.each([
    ['What it is', 'complaint', 'kind'],
    ['Who answers', 'nobody', 'assignee'],
    ['Order', 'recent', 'order'],
  ])('filters by "%s" and keeps that in the address', async (label, value, name) => {
    const { page, inbox } = await answered();
    void inbox.filter(label, value);
    await page.settle();
    expect(asked(page)[name]).toBe(value);
    expect(page.router.url).toBe(`${PAGE}?${name}=${value}`);
  });

  it('shows what is late, and all of it again', async () => {
    const { page, inbox } = await answered();
    void (await inbox.state()).choose('Late');
    await page.settle();
    expect(asked(page)).toMatchObject({ state: 'open', overdue: 'true' });
    void (await inbox.state()).choose('Answered');
    await page.settle();
    const query = asked(page);
    expect(query).toMatchObject({ state: 'closed' });
    expect(query).not.toHaveProperty('overdue');
  });

  it('finds a request by the reference the person quotes, answered or not', async () => {
    const { page, inbox } = await answered();
    void inbox.find(' p-7k3m-q2 ');
    await page.settle();
    expect(asked(page)).toMatchObject({ reference: 'P-7K3M-Q2', state: 'all' });
  });

  it('offers colleagues to those who may assign, and to nobody else', async () => {
    expect((await answered()).page.text()).toContain('Jonas Weber');
    TestBed.resetTestingModule();
    const page = await open(PAGE, ['list', 'read']);
    page.http.expectNone(MEMBERS);
  });

  it('leads nowhere for those who may see the list and no more', async () => {
    const page = await open(PAGE, ['list']);
    answer(page, listItem());
    await page.settle();
    const inbox = await page.part(InboxHarness);
    expect(await (await inbox.list()).links()).toEqual([]);
  });

  it('moves from row to row with J and K', async () => {
    const { inbox } = await answered(listItem(), listItem({ id: 'request-2' }));
    const place = (): string | null | undefined => document.activeElement?.getAttribute('href');
    await inbox.press('j');
    expect(place()).toBe(`${PAGE}/request-1`);
    await inbox.press('j');
    await inbox.press('j');
    expect(place()).toBe(`${PAGE}/request-2`);
    await inbox.press('k');
    expect(place()).toBe(`${PAGE}/request-1`);
  });

  it('remembers what it showed, so that a request knows its neighbours', async () => {
    await answered(listItem(), listItem({ id: 'request-2' }));
    expect(TestBed.inject(ListTrail).neighbour(PAGE, 'request-1', 1)).toBe(`${PAGE}/request-2`);
  });

  it('tells an empty inbox from filters nothing fits', async () => {
    expect((await answered()).page.text()).toContain('Nothing waits here');
    TestBed.resetTestingModule();
    const page = await open(`${PAGE}?kind=appeal`);
    answer(page);
    await page.settle();
    expect(page.text()).toContain('Nothing fits these filters');
  });

  it('shows the day of an answered request without a clock', async () => {
    const { page } = await answered(listItem({ state: 'answered' }));
    expect(page.element.querySelector('sp-clock-chip')).toBeNull();
    expect(page.text()).toContain('Answered');
  });
});
