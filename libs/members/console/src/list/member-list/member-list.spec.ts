import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { Rule } from '@smartpar/access/model';
import { TestBed } from '@angular/core/testing';
import { Dialogs, ListTrail } from '@smartpar/platform/ui';
import type { MemberListItem } from '@smartpar/members/model';
import { BulkBarHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, SITES, listItem } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { MemberList } from './member-list';
import { MemberListHarness } from './member-list.harness';

const SEARCH = `/api/organizations/${ORGANIZATION}/members/search`;
const PAGE = `/org/${ORGANIZATION}/members`;
const SEES = ['user.name', 'user.contact.email.work'];

interface Reader {
  readonly address?: string;
  readonly sees?: readonly string[];
  readonly actions?: readonly string[];
  readonly kind?: 'tenant' | 'workforce';
  readonly further?: readonly Rule[];
}

function open({ address = PAGE, sees = SEES, actions = ['list', 'read', 'invite'], kind = 'tenant', further = [] }: Reader = {}): Promise<Mounted<MemberList>> {
  const rules = [
    ...actions.map((action) => ({ action, subject: 'member' })),
    { action: 'read', subject: 'site' },
    ...further,
    ...(sees.length > 0 ? [{ action: 'see', subject: 'member', fields: [...sees] }] : []),
  ];
  const session = provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, kind })] }));
  return mount(MemberList, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    address,
    providers: [provideAbilities(ORGANIZATION, rules), session],
  });
}

const asked = (page: Mounted<MemberList>): unknown => page.http.expectOne(SEARCH).request.body;

async function answered(reader: Reader, ...items: MemberListItem[]): Promise<{ page: Mounted<MemberList>; list: MemberListHarness }> {
  const page = await open(reader);
  page.http.expectOne(SEARCH).flush({ items, next: null });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/sites`)) call.flush(SITES);
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/member-imports?size=1`)) call.flush({ items: [], next: null });
  await page.settle();
  return { page, list: await page.part(MemberListHarness) };
}

describe('the list of members', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows names, addresses, sites, roles and where they stand', async () => {
    const { page, list } = await answered({}, listItem(), listItem({ id: 'member-2', number: 10423, status: 'invited', site: null, roles: [] }));
    expect(await (await list.list()).rows()).toEqual([
      'Mira Moorgreen M-10422 | mira@nordwerk.example | Harbour | access.roles.helpdesk.name | Active',
      'Mira Moorgreen M-10423 | mira@nordwerk.example | No site | No role | Invited',
    ]);
    expect(await (await list.list()).links()).toEqual([`${PAGE}/member-1`, `${PAGE}/member-2`]);
    await expectAccessible(page.element);
  });

  it('names those by number whose names are hidden, and masks every address alike', async () => {
    const { page, list } = await answered({ sees: [] }, listItem({ profile: {} }), listItem({ id: 'member-2', number: 10423, profile: {} }));
    const [first, second] = await (await list.list()).rows();
    expect(first).toMatch(/^M-10422 \| ••••••••/);
    expect(second?.replace('M-10423', 'M-10422')).toBe(first);
    expect(page.element.querySelector('button[aria-keyshortcuts=R]')).toBeNull();
    await expectAccessible(page.element);
  });

  it('is asked for as it begins, and by its filters', async () => {
    expect(asked(await open())).toEqual({});
    TestBed.resetTestingModule();
    expect(asked(await open({ address: `${PAGE}?status=suspended&site=none&role=owner&order=newest` }))).toEqual({
      status: 'suspended',
      siteId: null,
      role: 'owner',
      order: 'newest',
    });
  });

  it.each([
    ['Status', 'invited', { status: 'invited' }, 'status=invited'],
    ['Site', 'site-2', { siteId: 'site-2' }, 'site=site-2'],
    ['Role', 'owner', { role: 'owner' }, 'role=owner'],
    ['Order', 'number', { order: 'number' }, 'order=number'],
  ])('filters by "%s" and keeps that in the address', async (label, value, body, query) => {
    const { page, list } = await answered({});
    void (await list.filter(label)).choose(value);
    await page.settle();
    expect(asked(page)).toEqual(body);
    expect(page.router.url).toBe(`${PAGE}?${query}`);
  });

  it('searches without a word of it in the address, beside the filters', async () => {
    const { page, list } = await answered({ address: `${PAGE}?status=active` });
    void list.find(' Mira ');
    await page.settle();
    expect(asked(page)).toEqual({ search: 'Mira', status: 'active' });
    expect(page.router.url).toBe(`${PAGE}?status=active`);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Mira');
    expect(await list.searched()).toBe('Mira');
  });

  it('orders by name only for those who see names', async () => {
    const seeing = await answered({});
    expect(seeing.page.text()).toContain('By name');
    TestBed.resetTestingModule();
    const blind = await answered({ sees: [] });
    expect(blind.page.text()).not.toContain('By name');
    expect(blind.page.text()).toContain('Names are not shown to you.');
  });

  it('offers the roles of the staff in the organization of the staff only', async () => {
    expect((await answered({})).page.text()).not.toContain('access.roles.support.name');
    TestBed.resetTestingModule();
    expect((await answered({ kind: 'workforce' })).page.text()).toContain('access.roles.support.name');
  });

  it('leads to inviting for those who may', async () => {
    expect(await (await answered({})).list.invites()).toBe(true);
    TestBed.resetTestingModule();
    expect(await (await answered({ actions: ['list', 'read'] })).list.invites()).toBe(false);
  });

  it('leads to importing and to taking the list out for those who may, and asks with the filters before', async () => {
    const { page } = await answered({ address: `${PAGE}?status=active&order=newest`, actions: ['list', 'read', 'import', 'export'] });
    expect(page.element.querySelector('a[href$="/import"]')?.textContent).toContain('Import');
    const open = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(undefined);
    [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Download list'))?.click();
    while (open.mock.calls.length === 0) await page.settle();
    expect(open.mock.calls[0]?.[1]).toEqual({ organizationId: ORGANIZATION, asked: { status: 'active' }, count: 0 });
    TestBed.resetTestingModule();
    const reader = (await answered({ actions: ['list', 'read'] })).page;
    expect([reader.element.querySelector('a[href$="/import"]'), reader.text().includes('Download list')]).toEqual([null, false]);
  });

  it('leads those who may to taking out what is hidden, with the filters and never with what is searched for', async () => {
    const reader = { address: `${PAGE}?status=active&order=number`, actions: ['list', 'read'], further: [{ action: 'ask', subject: 'extract' }] };
    const { page } = await answered(reader, listItem());
    const way = [...page.element.querySelectorAll('sp-page-header a')].find(({ textContent }) => textContent.includes('Take out hidden data'));
    expect(way?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/access/extracts/new?status=active`);
    page.element.querySelector<HTMLInputElement>('sp-bulk-bar input')?.click();
    await page.settle();
    const selected = [...page.element.querySelectorAll('sp-bulk-bar a')].find(({ textContent }) => textContent.includes('Take out hidden data (1)'));
    expect(selected?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/access/extracts/new?members=member-1`);
    await expectAccessible(page.element);
  });

  it('lets those select members who may do something to them', async () => {
    const { page, list } = await answered({ actions: ['list', 'read', 'invite', 'suspend'] }, listItem({ id: 'member-2' }));
    await (await list.list()).pick('M-10422');
    expect(await (await page.part(BulkBarHarness)).acts()).toEqual(['Suspend (1)']);
    await expectAccessible(page.element);
  });

  it('has no boxes for those who only read', async () => {
    const { page } = await answered({ actions: ['list', 'read'] }, listItem());
    expect(page.element.querySelector('input[type=checkbox]')).toBeNull();
  });

  it('tells nobody yet from nobody found', async () => {
    const { page, list } = await answered({});
    expect(page.text()).toContain('Invite the first person');
    void list.find('Nobody');
    await page.settle();
    page.http.expectOne(SEARCH).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nobody was found');
    TestBed.resetTestingModule();
    expect((await answered({ address: `${PAGE}?role=auditor` })).page.text()).toContain('Nobody fits these filters');
  });

  it('remembers what it showed, so that a member knows their neighbours', async () => {
    await answered({}, listItem(), listItem({ id: 'member-2' }));
    expect(TestBed.inject(ListTrail).neighbour(PAGE, 'member-1', 1)).toBe(`${PAGE}/member-2`);
  });
});
