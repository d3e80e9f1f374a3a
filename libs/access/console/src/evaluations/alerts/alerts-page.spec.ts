import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { volumeAlertExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { AlertsPage } from './alerts-page';

async function open(items: readonly object[]) {
  const page = await mount(AlertsPage, { texts: { access, evaluations }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/volume-alerts')).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('alerts', () => {
  it('are listed by number, with how often and how often that is usual, and lead to their page', async () => {
    const page = await open([volumeAlertExample(), volumeAlertExample({ id: 'a2', state: 'reported' })]);
    for (const words of ['M-10422', '10 March 2026', '64', '4', 'Waits for somebody', 'Reported']) expect(page.text()).toContain(words);
    expect(page.element.querySelector('a.lead')?.getAttribute('href')).toBe('/org/o1/access/alerts/a1');
    await expectAccessible(page.element);
  });

  it('say that how often is not shown while evaluations are off', async () => {
    const page = await open([volumeAlertExample({ looks: null, usual: null, limit: null })]);
    expect(page.text().split('not shown while evaluations are off')).toHaveLength(3);
  });

  it('are said to be none', async () => {
    expect((await open([])).text()).toContain('Nothing unusual was noticed.');
  });
});
