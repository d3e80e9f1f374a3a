import type { LedgerLook, LedgerSummary } from '@smartpar/access/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ledgerLook, ledgerSummary, membership, provideAbilities, provideSession, sessionFacts } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Ledger } from './ledger';
import { LedgerHarness } from './ledger.harness';

const ADDRESS = '/api/organizations/organization-1/my/ledger';
const [LOOKS, COULD, COUNTED, MACHINES] = [1, 2, 4, 5];

async function open(looks: LedgerLook[], summary: Partial<LedgerSummary> = {}, next: string | null = null) {
  const memberships = [membership(), membership({ organizationId: 'organization-2', organizationName: 'Kiosk Lindqvist' })];
  const page = await mount(Ledger, {
    texts: { access: en },
    inputs: { organizationId: 'organization-1' },
    providers: [provideAbilities('organization-1', []), provideSession(sessionFacts({ memberships }))],
  });
  page.http.expectOne(ADDRESS).flush({ items: looks, next });
  page.http.expectOne(`${ADDRESS}/summary`).flush(ledgerSummary(summary));
  page.http.expectOne('/api/organizations/organization-1/my/suspension').flush({ state: 'none', since: null, lapsesAt: null });
  await page.settle();
  return { page, ledger: await page.part(LedgerHarness) };
}

const said = (page: Mounted<Ledger>) => page.text();

describe('who looked at my data', () => {
  it('is said by day, with role, data, purpose and reason', async () => {
    const { page, ledger } = await open([
      ledgerLook({
        id: 'l3',
        at: '2026-03-03T09:00:00Z',
        categories: ['user.name', 'user.contact.email.work'],
        reason: { words: 'Called back about a laptop.' },
      }),
      ledgerLook({ id: 'l2', at: '2026-03-02T12:00:00Z', by: { roles: ['owner', 'helpdesk'], self: false } }),
      ledgerLook({ id: 'l1', at: '2026-03-02T09:00:00Z', by: { roles: ['owner'], self: true } }),
      ledgerLook({ id: 'l4', at: '2026-03-02T08:00:00Z', by: { roles: ['support'], self: false, lockbox: { caseReference: 'CASE-48211' } } }),
      ledgerLook({ id: 'l5', at: '2026-03-02T07:00:00Z', by: { roles: ['helpdesk'], self: false, emergency: 'safety' } }),
      ledgerLook({ id: 'l6', at: '2026-03-02T06:00:00Z', by: { roles: ['privacy-officer'], self: false }, exported: { people: 340 } }),
      ledgerLook({ id: 'l7', at: '2026-03-02T05:00:00Z', by: { roles: ['owner'], self: true }, exported: { people: 1 } }),
    ]);
    expect(await ledger.days()).toEqual(['3 March 2026', '2 March 2026']);
    expect(await ledger.looks()).toEqual([
      'Helpdesk looked at: Name and Work e-mail',
      'Owner and Helpdesk looked at: Work phone',
      'You looked at your own: Work phone',
      'SmartPAR’s staff looked, for case CASE-48211, at: Work phone',
      'Helpdesk looked in an emergency, since somebody was in danger, without asking first, at: Work phone',
      'Privacy officer took this out in a file with data of 340 people: Work phone',
      'You took your own out in a file: Work phone',
    ]);
    expect(said(page)).toContain('“Called back about a laptop.”');
    expect(said(page)).toContain('“The person asked me for help”');
    expect(said(page)).toContain('for: Helping somebody use the app');
    await expectAccessible(page.element);
  });

  it('says of which organization, and leads to the others', async () => {
    const { page } = await open([]);
    expect(said(page)).toContain('Who at Nordwerk looked');
    expect([...page.element.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual([
      '/my/ledger/organization-1',
      '/my/ledger/organization-2',
    ]);
  });

  it('says that nobody did, and what would be here', async () => {
    const { page } = await open([]);
    expect(said(page)).toContain('Nobody has looked at hidden data of yours.');
    expect(said(page)).toContain('No such access has been recorded.');
    expect(said(page)).toContain('Nothing has been counted.');
    await expectAccessible(page.element);
  });

  it('goes further back when asked', async () => {
    const { page, ledger } = await open([ledgerLook({ id: 'l2' })], {}, 'older');
    await ledger.more();
    await page.settle();
    page.http.expectOne(`${ADDRESS}?after=older`).flush({ items: [ledgerLook({ id: 'l1', at: '2026-02-27T09:00:00Z' })], next: null });
    await page.settle();
    expect(await ledger.days()).toEqual(['2 March 2026', '27 February 2026']);
    expect(page.element.querySelector('.more')).toBeNull();
  });

  it('says so when it could not be read', async () => {
    const page = await mount(Ledger, { texts: { access: en }, inputs: { organizationId: 'organization-1' }, providers: [provideSession(sessionFacts())] });
    page.http.expectOne(ADDRESS).error(new ProgressEvent('error'));
    page.http.expectOne(`${ADDRESS}/summary`).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.element.querySelectorAll('.failed')).toHaveLength(2);
  });
});

describe('who could look', () => {
  it('is each role, how many hold it, what they see and what they can reveal', async () => {
    const { page, ledger } = await open([], {
      viewers: [
        {
          role: 'owner',
          holders: 1,
          sees: [
            { category: 'user.name', mode: 'shown', purposes: ['administration'] },
            { category: 'user.contact.email.work', mode: 'shown', purposes: ['administration'] },
            { category: 'user.contact.phone_number.work', mode: 'on-reveal', purposes: ['security', 'support'] },
          ],
        },
        { role: 'helpdesk', holders: 12, sees: [] },
      ],
    });
    expect(await ledger.lines(COULD)).toEqual([
      "Owner (1 person)Always sees: Name and Work e-mail. For: Running members' accounts.Can reveal with a reason: Work phone. For: Keeping accounts safe and Helping somebody use the app.",
      'Helpdesk (12 people)',
    ]);
    await expectAccessible(page.element);
  });

  it('keeps purposes apart that are not those of all data', async () => {
    const { ledger } = await open([], {
      viewers: [
        {
          role: 'helpdesk',
          holders: 2,
          sees: [
            { category: 'user.name', mode: 'on-reveal', purposes: ['support'] },
            { category: 'user.contact.email.work', mode: 'on-reveal', purposes: ['security'] },
          ],
        },
      ],
    });
    const [line] = await ledger.lines(COULD);
    expect(line).toContain('Can reveal with a reason: Name. For: Helping somebody use the app.');
    expect(line).toContain('Can reveal with a reason: Work e-mail. For: Keeping accounts safe.');
  });

  it('may be nobody', async () => {
    expect(await (await open([])).ledger.lines(COULD)).toEqual(['Nobody can see any of your data now.']);
  });
});

describe('what was counted, and the machines', () => {
  it('are sentences of their own', async () => {
    const { page, ledger } = await open([ledgerLook()], {
      counted: [
        { kind: 'look-up', scope: 'me', count: 3, latestDay: '2026-03-01' },
        { kind: 'export', scope: 'everyone', count: 1, latestDay: '2026-02-01' },
      ],
      infrastructure: [
        {
          id: 'a',
          kind: 'restore',
          from: '2026-03-01T22:00:00Z',
          until: '2026-03-01T23:30:00Z',
          words: 'The backup was tried.',
          recordedAt: '2026-03-02T09:00:00Z',
        },
      ],
    });
    expect(await ledger.lines(LOOKS)).toHaveLength(1);
    expect(await ledger.lines(COUNTED)).toEqual([
      'Found by your exact address or number: 3 times, the last time on 1 March 2026.',
      'A list that may hold you was taken out of the console: 1 time, on 1 February 2026.',
    ]);
    expect((await ledger.lines(MACHINES))[0]).toMatch(/^Bringing back a backup .* to .* The backup was tried\.$/);
    await expectAccessible(page.element);
  });
});
