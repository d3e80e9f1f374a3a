import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { violationExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ViolationsPage } from './violations-page';

const ADDRESS = '/api/organizations/o1/violations';

async function open(items: readonly object[]) {
  const page = await mount(ViolationsPage, { texts: { access: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(({ url }) => url.startsWith(ADDRESS)).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('reports', () => {
  it('are listed by number, with where they stand and until when', async () => {
    const page = await open([
      violationExample(),
      violationExample({ id: 'v2', memberNumber: 'M-10500', state: 'confirmed', decidedAt: '2026-03-03T09:00:00Z' }),
    ]);
    expect(page.text()).toContain('M-10422');
    expect(page.text()).toContain('Kept away until it is decided');
    expect(page.text()).toContain('Found true');
    expect(page.element.querySelector('a.lead')?.getAttribute('href')).toBe('/org/o1/access/violations/v1');
    await expectAccessible(page.element);
  });

  it('are said to be none', async () => {
    expect((await open([])).text()).toContain('Nobody has been reported.');
  });
});
