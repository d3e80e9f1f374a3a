import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { OutlinesPage } from './outlines-page';

async function open(items: readonly object[]) {
  const page = await mount(OutlinesPage, { texts: { access, evaluations }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/evaluation-alerts')).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('alerts as such', () => {
  it('say when, how often and as which role, and lead to nobody', async () => {
    const page = await open([{ id: 'a1', kind: 'look-volume', day: '2026-03-10', roles: ['helpdesk'], looks: 25, usual: 4.5, state: 'explained' }]);
    for (const words of ['10 March 2026', 'Helpdesk', '25', '4.5', 'There was a reason']) expect(page.text()).toContain(words);
    expect(page.element.querySelector('a.lead')).toBeNull();
    await expectAccessible(page.element);
  });

  it('are said to be none', async () => {
    expect((await open([])).text()).toContain('Nothing unusual was noticed.');
  });
});
