import { provideAbilities } from '@smartpar/access/console/testing';
import type { WaitingItem } from '@smartpar/home/model';
import { ClockChipHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Home } from './home';

const ORGANIZATION = 'organization-1';

type RequestFacts = Extract<WaitingItem, { kind: 'request' }>['facts'];

const request = (facts: Partial<RequestFacts> = {}): WaitingItem => ({
  kind: 'request',
  id: 'request-1',
  dueAt: '2099-04-06T22:00:00Z',
  since: '2099-03-05T09:00:00Z',
  facts: { reference: 'P-7K3M-Q2', request: 'erasure', state: 'received', paused: false, overdue: false, assigned: 'nobody', ...facts },
});

const SINCE = '2026-03-05T09:00:00Z';

const OTHERS: readonly WaitingItem[] = [
  { kind: 'privacy-contact', id: null, dueAt: null, since: SINCE, facts: {} },
  { kind: 'domain', id: 'domain-1', dueAt: null, since: SINCE, facts: { domain: 'larkspur.example', state: 'claimed' } },
  { kind: 'dormant-members', id: null, dueAt: null, since: SINCE, facts: { count: 3 } },
  { kind: 'invitation', id: 'member-7', dueAt: null, since: SINCE, facts: { memberNumber: 'M-10422' } },
];

async function show(items: readonly WaitingItem[], { more = false, abilities = ['list', 'answer'] } = {}): Promise<Mounted<Home>> {
  const page = await mount(Home, {
    texts: { home: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [
      provideAbilities(
        ORGANIZATION,
        abilities.map((action) => ({ action, subject: 'privacy-request' })),
      ),
    ],
  });
  page.http.expectOne(`/api/organizations/${ORGANIZATION}/waiting`).flush({ items, more });
  await page.settle();
  return page;
}

const links = (page: Mounted<Home>): (string | null)[] => [...page.element.querySelectorAll('li a')].map((link) => link.getAttribute('href'));

describe('the first page of an organization', () => {
  it('says what waits, by when and why, and leads there', async () => {
    const page = await show([request()]);
    expect(page.text()).toContain('Erasure P-7K3M-Q2 You may answer it, and nobody has taken it yet.');
    expect(await (await page.part(ClockChipHarness)).says()).toContain('days left');
    expect(links(page)).toEqual([`/org/${ORGANIZATION}/inbox/request-1`]);
    expect(page.text()).not.toContain('late');
    await expectAccessible(page.element);
  });

  it('says whose turn it is', async () => {
    expect((await show([request({ assigned: 'me' })])).text()).toContain('You were asked to answer it.');
  });

  it('shows a clock that stands still as such', async () => {
    const page = await show([request({ paused: true })]);
    expect(await (await page.part(ClockChipHarness)).says()).toContain('Paused');
  });

  it.each([
    [[request({ overdue: true }), request()], '1 question is late'],
    [[request({ overdue: true }), request({ overdue: true, reference: 'P-2' })], '2 questions are late'],
  ])('says how much is late', async (items, words) => {
    expect((await show(items)).text()).toContain(words);
  });

  it('lists what has no clock with the day since when it waits', async () => {
    const page = await show(OTHERS);
    expect(page.text()).toContain('Name a privacy contact');
    expect(page.text()).toContain('Prove a domain larkspur.example');
    expect(page.text()).toContain('Invitation not answered M-10422');
    expect(page.text()).toContain('Since 5 March 2026');
    expect(links(page)).toEqual(
      ['settings/privacy-contact', 'settings/domains', 'members?status=dormant', 'members/member-7'].map((path) => `/org/${ORGANIZATION}/${path}`),
    );
    await expectAccessible(page.element);
  });

  it('leads to what waits about domains and claims', async () => {
    const page = await show([
      { kind: 'domain', id: 'domain-2', dueAt: '2099-03-08T09:00:00Z', since: SINCE, facts: { domain: 'alder.example', state: 'failing' } },
      { kind: 'claim-objection', id: 'objection-1', dueAt: '2099-03-20T09:00:00Z', since: SINCE, facts: { domain: 'larkspur.example' } },
      { kind: 'domain-case', id: 'case-1', dueAt: null, since: SINCE, facts: { domain: 'larkspur.example' } },
    ]);
    expect(page.text()).toContain('Its proof is missing.');
    expect(page.text()).toContain('Somebody objects to your claim of accounts larkspur.example');
    expect(links(page)).toEqual([`/org/${ORGANIZATION}/settings/domains`, `/org/${ORGANIZATION}/settings/objections`, '/oversight/disputes']);
    await expectAccessible(page.element);
  });

  it('says when more waits than is shown', async () => {
    expect((await show([request()], { more: true })).text()).toContain('More waits than fits here.');
  });

  it('says so when nothing waits, and leads those who answer to the inbox', async () => {
    const page = await show([]);
    expect(page.text()).toContain('Nothing waits for you');
    expect(page.text()).toContain('When a new question arrives, it appears here and you get a mail.');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/inbox`);
    await expectAccessible(page.element);
  });

  it('promises no mail to those who see the inbox and answer nothing', async () => {
    const page = await show([], { abilities: ['list'] });
    expect(page.text()).not.toContain('you get a mail');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/inbox`);
  });

  it('leads everyone else to their own privacy', async () => {
    const page = await show([], { abilities: ['ask'] });
    expect(page.text()).toContain('When something here needs you');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/my');
  });
});
