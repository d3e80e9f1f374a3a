import { signal } from '@angular/core';
import { Changes } from '@smartpar/access/console';
import { membership, provideSession, sessionFacts, staffLockboxExample } from '@smartpar/access/console/testing';
import type { StaffLockbox } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import staffLockbox from '../i18n/en.json' with { type: 'json' };
import { StaffLockboxPage } from './staff-lockbox';

const ADDRESS = '/api/organizations/w1/oversight/lockboxes/l1';
const STAFF = provideSession(sessionFacts({ memberships: [membership({ organizationId: 'w1', kind: 'workforce', roles: ['support'] })] }));
const RUNNING: Partial<StaffLockbox> = {
  state: 'running',
  until: '2099-03-02T10:00:00Z',
  granted: {
    categories: ['user.contact.phone_number.work'],
    minutes: 30,
    scope: { reach: 'member', how: null, memberNumber: 'M-10422', siteName: null },
  },
};

async function open(facts: Partial<StaffLockbox> = {}) {
  const lockboxes = signal(0);
  const changes = { provide: Changes, useValue: { count: signal(0), lockboxes } };
  const page = await mount(StaffLockboxPage, { texts: { staffLockbox }, inputs: { lockboxId: 'l1' }, providers: [STAFF, changes] });
  page.http.expectOne(ADDRESS).flush(staffLockboxExample(facts));
  await page.settle();
  const press = (text: string) => [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(text))?.click();
  /** the server tells that something became of it */
  const told = async (next: Partial<StaffLockbox>): Promise<void> => {
    lockboxes.update((count) => count + 1);
    await page.settle();
    page.http.expectOne(ADDRESS).flush(staffLockboxExample(next));
    await page.settle();
  };
  return { page, press, told };
}

describe('a lockbox', () => {
  it('that waits shows nobody, and may be taken back', async () => {
    const { page, press } = await open();
    expect(page.text()).toContain('has not answered yet');
    expect(page.element.querySelector('sp-covered-members')).toBeNull();
    await expectAccessible(page.element);
    press('Take it back');
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/end` }).flush(null);
    await page.settle();
    page.http.expectOne(ADDRESS).flush(staffLockboxExample({ state: 'withdrawn' }));
    await page.settle();
    expect(page.text()).toContain('It is over');
  });

  it('that runs says whose data one is in and how long is left', async () => {
    const { page } = await open(RUNNING);
    expect(page.text()).toContain('You are looking at data of Larkspur Instruments');
    expect(page.element.querySelector('[role=timer]')?.textContent).toMatch(/\d left/);
    expect(page.element.querySelector('sp-covered-members')).not.toBeNull();
    await expectAccessible(page.element);
  });

  it('opens by itself when the organization allows it, and asks for nothing meanwhile', async () => {
    const { page, told } = await open();
    page.http.verify();
    await told(RUNNING);
    expect(page.element.querySelector('sp-covered-members')).not.toBeNull();
  });

  it('closes by itself when the organization ends it', async () => {
    const { page, told } = await open(RUNNING);
    await told({ ...RUNNING, state: 'invalidated', endedAt: '2026-03-02T09:30:00Z' });
    expect(page.element.querySelector('sp-covered-members')).toBeNull();
    expect(page.text()).toContain('It is over');
  });

  it('closes by itself to the second, even where the server cannot be heard', async () => {
    const { page } = await open({ ...RUNNING, until: new Date(Date.now() + 1_500).toISOString() });
    expect(page.element.querySelector('sp-covered-members')).not.toBeNull();
    while (page.element.querySelector('sp-covered-members') !== null) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      page.fixture.detectChanges();
    }
    expect(page.text()).toContain('It is over');
  });

  it('is given back', async () => {
    const { page, press } = await open(RUNNING);
    press('Give it back');
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/end` }).flush(null);
    await page.settle();
    page.http.expectOne(ADDRESS).flush(staffLockboxExample({ ...RUNNING, state: 'returned' }));
    await page.settle();
    expect(page.element.querySelector('sp-covered-members')).toBeNull();
  });
});
