import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { OrganizationFigures } from '@smartpar/oversight/model';
import { expectAccessible, mount, WhyHarness } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Tenants } from './tenants';
import { TenantsHarness } from './tenants.harness';

const ADDRESS = '/api/organizations/w1/oversight/organizations';
const LARKSPUR: OrganizationFigures = {
  organizationId: 'o1',
  name: 'Larkspur Instruments',
  slug: 'larkspur',
  kind: 'tenant',
  members: 5012,
  openRequests: 12,
  overdueRequests: 0,
  contactNamed: true,
  domainVerified: true,
  attention: [],
  createdAt: '2026-01-05T08:00:00Z',
};
const PEBBLE: OrganizationFigures = {
  ...LARKSPUR,
  organizationId: 'o2',
  name: 'Pebble & Fern Bakery',
  slug: 'pebble-fern',
  members: null,
  overdueRequests: 2,
  contactNamed: false,
  attention: ['overdue-questions', 'nobody-named'],
};

async function open(items: OrganizationFigures[]) {
  const staff = provideSession(sessionFacts({ memberships: [membership({ organizationId: 'w1', kind: 'workforce', roles: ['support'] })] }));
  const page = await mount(Tenants, { texts: { oversight: en }, providers: [staff] });
  page.http.expectOne(ADDRESS).flush({ items, next: null });
  await page.settle();
  return { page, tenants: await page.part(TenantsHarness) };
}

describe('the list of organizations', () => {
  it('says of each how it is doing and why it needs a look, in numbers and words', async () => {
    const { page, tenants } = await open([PEBBLE, { ...LARKSPUR, kind: 'direct-users', name: 'SmartPAR direct users' }]);
    const [first, second] = await (await tenants.list()).rows();
    expect(first).toMatch(/Pebble & Fern Bakery.*Questions are overdue.*Nobody is named.*Fewer than 5.*12.*2/s);
    expect(second).toMatch(/SmartPAR direct users.*People without an organization.*Nothing to do.*5,012/s);
    await expectAccessible(page.element);
  });

  it('says who sees what, and that it is never a person', async () => {
    const { page } = await open([LARKSPUR]);
    expect(await (await page.part(WhyHarness)).read()).toContain('No person, no question and no address');
  });

  it('is narrowed to a reason, and the address says so', async () => {
    const { page, tenants } = await open([PEBBLE, LARKSPUR]);
    await tenants.narrow('nobody-named');
    await page.settle();
    page.http.expectOne(`${ADDRESS}?attention=nobody-named`).flush({ items: [PEBBLE], next: null });
    await page.settle();
    expect(page.router.url).toContain('attention=nobody-named');
    expect(await (await tenants.list()).rows()).toHaveLength(1);
  });

  it('says when no organization is like that', async () => {
    const { page, tenants } = await open([LARKSPUR]);
    await tenants.find('Zinnia');
    await page.settle();
    page.http.expectOne(`${ADDRESS}?name=Zinnia`).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('No organization fits these filters');
    await expectAccessible(page.element);
  });

  it('asks for nothing as long as nobody of SmartPAR is signed in', async () => {
    const page = await mount(Tenants, { texts: { oversight: en }, providers: [provideSession(sessionFacts())] });
    page.http.expectNone(() => true);
  });
});
