import { provideAbilities } from '@smartpar/access/console/testing';
import type { LogRetention } from '@smartpar/audit/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Retention } from './retention';

const ADDRESS = '/api/organizations/o1/audit-log/retention';

async function open(retention: LogRetention, actions = ['read', 'change']) {
  const page = await mount(Retention, {
    texts: { audit: en },
    inputs: { organizationId: 'o1' },
    providers: [
      provideAbilities(
        'o1',
        actions.map((action) => ({ action, subject: 'audit-retention' })),
      ),
    ],
  });
  page.http.expectOne(ADDRESS).flush(retention);
  await page.settle();
  const choose = async (value: string) => {
    const select = page.element.querySelector('select');
    if (select === null) throw new Error('There is nothing to choose.');
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await page.settle();
  };
  return { page, choose };
}

describe('how long the log is kept', () => {
  it('is said, and what was trimmed', async () => {
    const { page } = await open({ months: 24, trimmed: 1650, trimmedAt: '2026-03-05T09:00:00Z' }, ['read']);
    expect(page.text()).toContain('Entries are kept for 24 months.');
    expect(page.text()).toContain('1,650 entries at the beginning were taken away because of their age');
    expect(page.element.querySelector('select')).toBeNull();
    await expectAccessible(page.element);
  });

  it('is said by an owner, who is told first what it means', async () => {
    const { page, choose } = await open({ months: null, trimmed: 0, trimmedAt: null });
    expect(page.text()).toContain('The log is kept for good.');
    expect(page.element.querySelector('button')).toBeNull();
    await choose('12');
    expect(page.text()).toContain('nobody can bring them back');
    await expectAccessible(page.element);
    page.element.querySelector('button')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ months: 12 });
    call.flush({ months: 12, trimmed: 0, trimmedAt: null });
    await page.settle();
    expect(page.text()).toContain('Entries are kept for 12 months.');
    expect(page.element.querySelector('button')).toBeNull();
  });

  it('can be a time that is not among the usual ones', async () => {
    const { page } = await open({ months: 13, trimmed: 0, trimmedAt: null });
    expect([...page.element.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', '12', '13', '18', '24', '36', '60', '84', '120']);
    expect(page.element.querySelector('select')?.value).toBe('13');
  });

  it('says so when it could not be said', async () => {
    const { page, choose } = await open({ months: 12, trimmed: 0, trimmedAt: null });
    await choose('');
    page.element.querySelector('button')?.click();
    await page.settle();
    page.http.expectOne(ADDRESS).flush(null, { status: 500, statusText: 'Error' });
    await page.settle();
    expect(page.text()).toContain('The server could not do this');
  });
});
