import { signal } from '@angular/core';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import type { Lockbox } from '@smartpar/access/model';
import { grantedExample, lockboxExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import lockbox from '../i18n/en.json' with { type: 'json' };
import { Changes } from '../../changes/changes';
import { LockboxPage } from './lockbox-page';
import { LockboxPageHarness } from './lockbox-page.harness';

const ADDRESS = '/api/organizations/o1/lockboxes/l1';
const LOOKS = `${ADDRESS}/looks`;
const RUNNING = { state: 'running', until: '2099-03-02T10:00:00Z', granted: grantedExample, decidedAt: '2026-03-02T09:05:00Z', looks: 1 } as const;
const LOOK = {
  id: 'k1',
  at: '2026-03-02T09:10:00Z',
  kind: 'reveal',
  memberNumber: 'M-10422',
  memberId: 'm1',
  categories: ['user.contact.phone_number.work'],
  reason: { template: 'asked-for-help' },
};

/** Goes up whenever the server says that there is something new. */
const told = signal(0);

async function open(facts: Partial<Lockbox> = {}, actions = ['read', 'decide']) {
  const page = await mount(LockboxPage, {
    texts: { access, lockbox },
    inputs: { organizationId: 'o1', lockboxId: 'l1' },
    providers: [provideAbilities('o1', [{ action: actions, subject: 'lockbox' }]), { provide: Changes, useValue: { count: signal(0), lockboxes: told } }],
  });
  page.http.expectOne(ADDRESS).flush(lockboxExample(facts));
  await page.settle();
  return { page, box: await page.part(LockboxPageHarness) };
}

describe('one request of SmartPAR', () => {
  it('says everything one decides by: who, whose, what, how long, and until when to answer', async () => {
    const { page } = await open({ asked: { ...lockboxExample().asked, scope: { reach: 'member', how: 'address', memberNumber: null, siteName: null } } });
    const text = page.text();
    expect(text).toContain('CASE-48211: Somebody there asked SmartPAR for help');
    expect(text).toContain('Support at SmartPAR, M-10001');
    expect(text).toContain('One person who is not here');
    expect(text).toContain('Work e-mail and Work phone');
    expect(text).toContain('1 hour');
    expect(text).toContain('Answer by');
    await expectAccessible(page.element);
  });

  it('says whom it was allowed about no closer than the answer does', async () => {
    const scope = { reach: 'member', how: 'address', memberNumber: null, siteName: null } as const;
    const { page } = await open({ ...RUNNING, granted: { ...grantedExample, scope } });
    page.http.expectOne(LOOKS).flush({ items: [LOOK], next: null });
    await page.settle();
    expect(page.text()).toContain('Work phone · One person, named by address · 30 minutes');
  });

  it('that runs shows how long is left and everything that was looked at, and is ended by one button', async () => {
    const { page, box } = await open(RUNNING);
    page.http.expectOne(LOOKS).flush({ items: [LOOK], next: null });
    await page.settle();
    expect(page.text()).toContain('M-10422: Work phone');
    expect(await box.left()).toMatch(/left/);
    await expectAccessible(page.element);
    await box.press('End it now');
    await page.settle();
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/invalidation` }).flush(lockboxExample({ ...RUNNING, state: 'invalidated' }));
    await page.settle();
    expect(page.text()).toContain('Ended by the organization');
    expect(await box.offers('End it now')).toBe(false);
  });

  it('asks for what was looked at again as soon as there is more', async () => {
    const { page, box } = await open(RUNNING);
    page.http.expectOne(LOOKS).flush({ items: [LOOK], next: null });
    await page.settle();
    told.update((count) => count + 1);
    await page.settle();
    page.http.expectOne(ADDRESS).flush(lockboxExample({ ...RUNNING, looks: 2 }));
    await page.settle();
    page.http.expectOne(LOOKS).flush({ items: [{ ...LOOK, id: 'k2', kind: 'list', memberNumber: null, categories: [], reason: null }, LOOK], next: null });
    await page.settle();
    expect((await (await box.looks())?.lines())?.[0]).toContain('A page of the list');
  });

  it('that one asked for oneself is somebody else’s to decide', async () => {
    const { page, box } = await open({ mine: true });
    expect(page.text()).toContain('Somebody else here has to decide it');
    expect(await box.offers('Allow')).toBe(false);
  });

  it('is only read by those who do not decide', async () => {
    const { page, box } = await open({}, ['read']);
    expect(page.text()).toContain('You may read this');
    expect(await box.offers('Allow')).toBe(false);
  });

  it.each(['dismissed', 'lapsed', 'withdrawn'] as const)('that is %s has nothing left to decide', async (state) => {
    const { page } = await open({ state });
    expect(page.text()).toContain('Nothing is left to decide');
  });
});
