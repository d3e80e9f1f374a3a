import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { AccountClaim, AccountsOfDomain } from '@smartpar/organizations/model';
import { ConfirmDialogHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { DomainAccounts } from './domain-accounts';
import { DomainAccountsHarness } from './domain-accounts.harness';

const ADDRESS = '/api/organizations/o1/domains/d1/accounts';
const NONE = { told: 0, stays: 0, objected: 0, moved: 0, keptOut: 0, joined: 0, stopped: 0 };
const FREE: AccountsOfDomain = { domainId: 'd1', domain: 'larkspur.example', accounts: 12, members: 4, mayStart: true, claim: null };
const RUNNING: AccountClaim = {
  id: 'c1',
  domain: 'larkspur.example',
  state: 'running',
  stoppedBecause: null,
  startedAt: '2026-03-02T09:00:00Z',
  takesForceAt: '2026-03-16T09:00:00Z',
  toldAt: '2026-03-02T09:01:00Z',
  endedAt: null,
  waitsForProof: false,
  counts: { ...NONE, told: 5, moved: 2, objected: 1 },
};

async function open(known: AccountsOfDomain, may = ['read', 'start', 'stop']) {
  const rules = may.map((action) => ({ action, subject: 'account-claim' }));
  const page = await mount(DomainAccounts, {
    texts: { organizations: en },
    inputs: { organizationId: 'o1', domainId: 'd1' },
    providers: [provideAbilities('o1', rules)],
  });
  page.http.expectOne(ADDRESS).flush(known);
  await page.settle();
  return { page, part: await page.part(DomainAccountsHarness) };
}

describe('the accounts that use a domain', () => {
  it('are shown as counts, with everything that would happen before anything does', async () => {
    const { page, part } = await open(FREE);
    for (const words of ['12', '4', '8', 'two weeks', 'stays where it was']) expect(page.text()).toContain(words);
    expect(await part.buttons()).toEqual(['Start the claim']);
    await expectAccessible(page.element);
  });

  it('are claimed at a press, and read again', async () => {
    const { page, part } = await open(FREE);
    await part.press();
    await page.settle();
    page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/domains/d1/claims' }).flush(RUNNING, { status: 201, statusText: 'Created' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush({ ...FREE, mayStart: false, claim: RUNNING });
    await page.settle();
    expect(await part.counts()).toEqual(['Told, no answer yet5', 'Objected1', 'Moved to another address2']);
    await expectAccessible(page.element);
  });

  it('say what is in the way', async () => {
    const { page } = await open({ ...FREE, mayStart: false });
    expect(page.text()).toContain('proof of this domain');
    TestBed.resetTestingModule();
    const waiting = await open({ ...FREE, mayStart: false, claim: { ...RUNNING, waitsForProof: true } });
    expect(waiting.page.text()).toContain('waits until the proof is back');
  });

  it('are left alone by typing the domain, and everybody who was told hears so', async () => {
    const { page, part } = await open({ ...FREE, mayStart: false, claim: RUNNING });
    await part.press();
    await page.settle();
    await page.settle();
    const dialog = await page.part(ConfirmDialogHarness);
    await dialog.type('larkspur.example');
    await dialog.goOn();
    await page.settle();
    page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/account-claims/c1/stop' }).flush({ ...RUNNING, state: 'stopped' });
    await page.settle();
    page.http
      .expectOne(ADDRESS)
      .flush({ ...FREE, claim: { ...RUNNING, state: 'stopped', stoppedBecause: 'by-organization', counts: { ...NONE, stopped: 8 } } });
    await page.settle();
    expect(page.text()).toContain('Your organization called it off');
  });

  it('name members by number once there are any', async () => {
    const { page } = await open({
      ...FREE,
      mayStart: false,
      claim: { ...RUNNING, state: 'in-force', endedAt: '2026-03-16T10:00:00Z', counts: { ...NONE, joined: 1 } },
    });
    page.http
      .expectOne(({ url }) => url.startsWith('/api/organizations/o1/account-claims/c1/members'))
      .flush({ items: [{ memberId: 'm1', memberNumber: 'M-17', joinedAt: '2026-03-16T10:00:00Z' }], next: null });
    await page.settle();
    expect(page.text()).toContain('M-17');
    await expectAccessible(page.element);
  });

  it('are only looked at by those who may not more', async () => {
    const { part } = await open(FREE, ['read']);
    expect(await part.buttons()).toEqual([]);
  });
});
