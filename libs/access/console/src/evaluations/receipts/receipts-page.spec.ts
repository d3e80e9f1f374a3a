import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { ReceiptsPage } from './receipts-page';

async function open(items: readonly object[]) {
  const page = await mount(ReceiptsPage, { texts: { access, evaluations }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/evaluation-receipts')).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('receipts', () => {
  it('are listed by month, those of nothing too', async () => {
    const page = await open([
      { id: 'r2', month: '2026-03', madeAt: '2026-04-01T00:07:00Z', none: false, runs: 31 },
      { id: 'r1', month: '2026-02', madeAt: '2026-03-01T00:07:00Z', none: true, runs: 0 },
    ]);
    for (const words of ['March 2026', '31', 'February 2026', 'none']) expect(page.text()).toContain(words);
    expect(page.element.querySelector('a.lead')?.getAttribute('href')).toBe('/org/o1/access/evaluations/receipts/r2');
    await expectAccessible(page.element);
  });

  it('say when the first one comes', async () => {
    expect((await open([])).text()).toContain('on the first day of a month');
  });
});
