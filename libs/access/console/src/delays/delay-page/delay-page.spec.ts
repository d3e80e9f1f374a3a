import type { LedgerDelayView } from '@smartpar/access/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { decideCase, delayExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { DelayPage } from './delay-page';

const ADDRESS = '/api/organizations/o1/ledger-delays/d1';

async function open(facts: Partial<LedgerDelayView> = {}): Promise<Mounted<DelayPage>> {
  const page = await mount(DelayPage, { texts: { access: en }, inputs: { organizationId: 'o1', delayId: 'd1' } });
  page.http.expectOne(ADDRESS).flush(delayExample(facts));
  await page.settle();
  return page;
}

describe('a look to be told later', () => {
  it('has everything needed to decide on one page', async () => {
    const page = await open();
    for (const words of ['Work phone of M-10500', 'Evidence would be lost', 'They would remove what proves it.', 'M-10017'])
      expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it('is agreed to with a reason', async () => {
    const page = await open();
    await decideCase(page, 'Tell it in 90 days', 'I have read the case, and agree.');
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/decision` });
    expect(call.request.body).toEqual({ outcome: 'approve', words: 'I have read the case, and agree.' });
    call.flush(delayExample({ state: 'approved', until: '2026-05-31T09:00:00Z', may: { decide: false } }));
    await page.settle();
    expect(page.text()).toContain('31 May 2026');
  });

  it('is refused by its key and Enter', async () => {
    const page = await open();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    expect(document.activeElement?.textContent?.trim()).toBe('Tell it now');
    await page.settle();
  });

  it('that somebody else settled is read again', async () => {
    const page = await open();
    await decideCase(page, 'Tell it now', 'There is no ground for it.');
    page.http.expectOne(`${ADDRESS}/decision`).flush({ code: 'ledger-delay.settled' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush(delayExample({ state: 'lapsed', may: { decide: false } }));
    await page.settle();
    expect(page.text()).toContain('Nobody answered in time');
  });
});
