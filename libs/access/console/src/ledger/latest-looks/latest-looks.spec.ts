import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ledgerLook } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { LatestLooks } from './latest-looks';

const ADDRESS = '/api/organizations/o1/my/ledger?size=3';
const open = () => mount(LatestLooks, { texts: { access: en }, inputs: { organizationId: 'o1' } });

describe('the latest looks', () => {
  it('are three at most, with the moment and the way to all', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).flush({ items: [ledgerLook(), ledgerLook({ id: 'look-2', at: '2026-03-01T09:00:00Z' })], next: 'more' });
    await page.settle();
    expect(page.element.querySelectorAll('sp-look-line')).toHaveLength(2);
    expect(page.text()).toContain('2 Mar 2026');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/my/ledger/o1');
    await expectAccessible(page.element);
  });

  it('say that there are none', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nobody has looked at hidden data of yours.');
  });

  it('keep the way to all when they could not be read', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.element.querySelector('.failed')).not.toBeNull();
    expect(page.element.querySelector('a')).not.toBeNull();
  });
});
