import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { delayExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { DelaysPage } from './delays-page';

async function open(items: readonly object[]) {
  const page = await mount(DelaysPage, { texts: { access: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/ledger-delays')).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('looks told later', () => {
  it('are listed with where they stand', async () => {
    const page = await open([delayExample(), delayExample({ id: 'd2', state: 'approved', until: '2026-05-31T09:00:00Z' })]);
    expect(page.text()).toContain('Waits for a second person');
    expect(page.text()).toContain('31 May 2026');
    await expectAccessible(page.element);
  });

  it('are said to be none', async () => {
    expect((await open([])).text()).toContain('Every look is told at once.');
  });
});
