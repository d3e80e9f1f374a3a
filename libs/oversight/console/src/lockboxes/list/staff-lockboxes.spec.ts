import { membership, provideSession, sessionFacts, staffLockboxExample } from '@smartpar/access/console/testing';
import { expectAccessible, ListHarness, mount } from '@smartpar/platform/ui/testing';
import staffLockbox from '../i18n/en.json' with { type: 'json' };
import { StaffLockboxes } from './staff-lockboxes';

const STAFF = provideSession(sessionFacts({ memberships: [membership({ organizationId: 'w1', kind: 'workforce', roles: ['support'] })] }));

async function open(...items: object[]) {
  const page = await mount(StaffLockboxes, { texts: { staffLockbox }, providers: [STAFF] });
  page.http.expectOne('/api/organizations/w1/oversight/lockboxes').flush({ items, next: null });
  await page.settle();
  return page;
}

describe('what a staff member asked for', () => {
  it('is listed by organization and case, and leads to each', async () => {
    const page = await open(staffLockboxExample());
    const list = await page.part(ListHarness);
    expect((await list.rows())[0]).toMatch(/^Larkspur Instruments \| CASE-48211 \|/);
    expect(await list.links()).toEqual(['/oversight/lockboxes/l1']);
    expect(page.element.querySelector('a[href="/oversight/lockboxes/new"]')).not.toBeNull();
    await expectAccessible(page.element);
  });

  it('is nothing at first', async () => {
    expect((await open()).text()).toContain('You have not asked for anything');
  });
});
