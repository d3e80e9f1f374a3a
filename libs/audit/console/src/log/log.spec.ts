import { loadAccessTexts } from '@smartpar/access/console';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { LoggedEntry } from '@smartpar/audit/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Log } from './log';
import { LogHarness } from './log.harness';

const LOG = '/api/organizations/o1/audit-entries';
const PAGE = '/org/o1/audit';
const MEMBER = '01930000-0000-7000-8000-0000000000a1';
const REQUEST = '01930000-0000-7000-8000-0000000000b2';

const entry = (facts: Partial<LoggedEntry> = {}): LoggedEntry => ({
  id: 'e1',
  at: '2026-03-05T09:00:00Z',
  actor: { kind: 'member', id: MEMBER, memberNumber: 'M-10003', roles: ['privacy-officer'] },
  action: 'privacy-request.answered',
  target: { noun: 'privacy-request', id: REQUEST },
  facts: { outcome: 'fulfilled' },
  sealedIn: 12,
  ...facts,
});

const open = async (address = PAGE, actions = ['read']): Promise<Mounted<Log>> => {
  const page = await mount(Log, {
    texts: { audit: en, access: await loadAccessTexts('en') },
    inputs: { organizationId: 'o1' },
    address,
    providers: [
      provideAbilities(
        'o1',
        actions.map((action) => ({ action, subject: 'privacy-request' })),
      ),
    ],
  });
  page.http.expectOne('/api/organizations/o1/audit-log/checkpoint').flush({ checkpoint: null, keys: [] });
  page.http.expectOne('/api/organizations/o1/audit-log/views').flush({ items: [] });
  return page;
};

const asked = (page: Mounted<Log>): Record<string, string> => {
  const { params } = page.http.expectOne((call) => call.url === LOG).request;
  return Object.fromEntries(params.keys().map((key) => [key, params.get(key) ?? '']));
};

async function read(items: LoggedEntry[], actions = ['read']): Promise<{ page: Mounted<Log>; log: LogHarness }> {
  const page = await open(PAGE, actions);
  page.http.expectOne((call) => call.url === LOG).flush({ items, next: null });
  await page.settle();
  return { page, log: await page.part(LogHarness) };
}

describe('the log', () => {
  it('tells in words who did what to what and when', async () => {
    const { page, log } = await read([entry()]);
    const [row] = await (await log.list()).rows();
    expect(row).toMatch(/^Answered and closed a question ?outcome ?done as asked \| M-10003 ?Privacy officer \| Privacy question ?…0000b2 ?Open \| /);
    expect(page.element.querySelector('.about a')?.getAttribute('href')).toBe(`/org/o1/inbox/${REQUEST}`);
    await expectAccessible(page.element);
  });

  it('says of each entry which checkpoint it is sealed in, or that it is not yet', async () => {
    const { log } = await read([entry(), entry({ id: 'e2', sealedIn: null })]);
    const rows = await (await log.list()).rows();
    expect(rows.map((row) => /(Sealed in checkpoint 12|Not sealed yet)$/.exec(row)?.[0])).toEqual(['Sealed in checkpoint 12', 'Not sealed yet']);
  });

  it('leads to no request for those who may not read it', async () => {
    expect((await read([entry()], [])).page.element.querySelector('.about a')).toBeNull();
  });

  it('shows the code of what it has no words for', async () => {
    const { page } = await read([entry({ action: 'rocket.launched', target: { noun: 'rocket', id: 'r1' }, facts: {} })]);
    expect(page.text()).toContain('Something this page has no words for rocket.launched');
  });

  it('takes its filters from the address', async () => {
    const page = await open(`${PAGE}?action=member.added&actorId=${MEMBER}&from=2026-03-01`);
    expect(asked(page)).toEqual({ action: 'member.added', actorId: MEMBER, from: new Date(2026, 2, 1).toISOString() });
  });

  it.each([
    ['What happened', 'member.added', 'action=member.added'],
    ['Who', 'system', 'actorKind=system'],
    ['About', 'member', 'targetNoun=member'],
    ['From', '2026-03-01', 'from=2026-03-01'],
    ['To', '2026-03-02', 'to=2026-03-02'],
  ])('filters by "%s" and keeps that in the address', async (label, value, query) => {
    const { page, log } = await read([]);
    void log.filter(label, value);
    await page.settle();
    expect(Object.keys(asked(page))).toHaveLength(1);
    expect(page.router.url).toBe(`${PAGE}?${query}`);
  });

  it('shows only what one member did, and everything again', async () => {
    const { page, log } = await read([entry()]);
    void log.press('Show only what M-10003 did');
    await page.settle();
    page.http.expectOne((call) => call.params.get('actorId') === MEMBER).flush({ items: [entry()], next: null });
    await page.settle();
    void log.press('Only what one of them did');
    await page.settle();
    expect(asked(page)).toEqual({});
  });

  it('shows only what was done to one thing', async () => {
    const { page, log } = await read([entry()]);
    void log.press('Show only what was done to this one');
    await page.settle();
    expect(asked(page)).toEqual({ targetNoun: 'privacy-request', targetId: REQUEST });
  });

  it('cannot ask for what nobody known did', async () => {
    const { page } = await read([entry({ actor: { kind: 'nobody', id: null, memberNumber: null, roles: [] } })]);
    expect(page.text()).toContain('Nobody known');
    expect(page.element.querySelector('[aria-label^="Show only what Nobody"]')).toBeNull();
  });

  it('tells an empty log from filters nothing fits', async () => {
    expect((await read([])).page.text()).toContain('The log is empty');
  });

  it('says so when nothing fits the filters', async () => {
    const page = await open(`${PAGE}?action=member.added`);
    page.http.expectOne((call) => call.url === LOG).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nothing fits these filters');
  });
});
