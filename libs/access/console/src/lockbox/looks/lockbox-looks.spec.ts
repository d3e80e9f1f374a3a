import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import access from '../../i18n/en.json' with { type: 'json' };
import lockbox from '../i18n/en.json' with { type: 'json' };
import { LockboxLooks } from './lockbox-looks';
import { LockboxLooksHarness } from './lockbox-looks.harness';

const ADDRESS = '/api/organizations/o1/lockboxes/l1/looks';
const look = (id: string, memberNumber: string) => ({
  id,
  at: '2026-03-02T09:10:00Z',
  kind: 'reveal',
  memberNumber,
  memberId: 'm1',
  categories: ['user.contact.phone_number.work'],
  reason: { template: 'asked-for-help' },
});

async function open(page: object, running = true) {
  const mounted = await mount(LockboxLooks, {
    texts: { access, lockbox },
    inputs: { organizationId: 'o1', lockboxId: 'l1', count: 1, running },
  });
  mounted.http.expectOne(ADDRESS).flush(page);
  await mounted.settle();
  return { page: mounted, looks: await mounted.part(LockboxLooksHarness) };
}

describe('what staff looked at', () => {
  it('is read page by page', async () => {
    const { page, looks } = await open({ items: [look('k1', 'M-1')], next: 'n1' });
    await looks.more();
    await page.settle();
    page.http.expectOne(`${ADDRESS}?after=n1`).flush({ items: [look('k2', 'M-2')], next: null });
    await page.settle();
    expect(await looks.lines()).toEqual([expect.stringContaining('M-1'), expect.stringContaining('M-2')]);
    await expectAccessible(page.element);
  });

  it('says so where more of it could not be read, and tries again', async () => {
    const { page, looks } = await open({ items: [look('k1', 'M-1')], next: 'n1' });
    await looks.more();
    await page.settle();
    page.http.expectOne(`${ADDRESS}?after=n1`).flush({ status: 500, code: 'internal', detail: '' }, { status: 500, statusText: 'Error' });
    await page.settle();
    expect(await looks.problem()).not.toBe('');
    await expectAccessible(page.element);
    await looks.more();
    await page.settle();
    page.http.expectOne(`${ADDRESS}?after=n1`).flush({ items: [look('k2', 'M-2')], next: null });
    await page.settle();
    expect([(await looks.lines()).length, await looks.problem()]).toEqual([2, '']);
  });

  it('is read again as soon as there is more of it, and stays on the screen meanwhile', async () => {
    const { page, looks } = await open({ items: [look('k1', 'M-1')], next: null });
    page.fixture.componentRef.setInput('count', 2);
    await page.settle();
    expect(await looks.lines()).toEqual([expect.stringContaining('M-1')]);
    page.http.expectOne(ADDRESS).flush({ items: [look('k2', 'M-2'), look('k1', 'M-1')], next: null });
    await page.settle();
    expect(await looks.lines()).toEqual([expect.stringContaining('M-2'), expect.stringContaining('M-1')]);
  });

  it.each([
    [true, 'Nothing yet'],
    [false, 'Nothing was looked at'],
  ])('is nothing yet, or never was (running: %s)', async (running, words) => {
    const { page } = await open({ items: [], next: null }, running);
    expect(page.text()).toContain(words);
  });
});
