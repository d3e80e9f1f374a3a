import type { LedgerNames } from '@smartpar/access/model';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { NamesPage } from './names-page';

const ADDRESS = '/api/organizations/o1/ledger-names';
const ROLES_ALONE: LedgerNames = { shown: false, since: null, decision: null };
const NAMES: LedgerNames = {
  shown: true,
  since: '2026-03-02T09:00:00Z',
  decision: { shown: true, decidedOn: '2026-03-01', words: 'Weighed with the works council.', recordedAt: '2026-03-02T09:00:00Z' },
};

async function open(names: LedgerNames, ...may: string[]) {
  const rules = may.map((action) => ({ action, subject: 'ledger-names' }));
  const page = await mount(NamesPage, { texts: { access: en }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne(ADDRESS).flush(names);
  await page.settle();
  return page;
}

describe('names in the ledger', () => {
  it('are not told at first', async () => {
    const page = await open(ROLES_ALONE);
    expect(page.text()).toContain('People read the role of whoever looked, and no name.');
    expect(page.element.querySelector('form')).toBeNull();
    await expectAccessible(page.element);
  });

  it('are told with the day and the reason of the decision', async () => {
    const page = await open(NAMES);
    for (const words of ['Weighed with the works council.', '1 March 2026']) expect(page.text()).toContain(words);
  });

  it('are decided by those who may, with day and reason', async () => {
    const page = await open(ROLES_ALONE, 'change');
    [...page.element.querySelectorAll('label')].find(({ textContent }) => textContent?.includes('Names as well'))?.click();
    await (await page.part(FieldHarness.labelled('Decided on'))).fill('2026-03-01');
    await (await page.part(FieldHarness.labelled('What was weighed?'))).fill('Weighed with the works council.');
    await expectAccessible(page.element);
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ shown: true, decidedOn: '2026-03-01', words: 'Weighed with the works council.' });
    call.flush(NAMES);
    await page.settle();
    expect(page.text()).toContain('People read the name of whoever looked as well.');
  });

  it('are not decided without a reason', async () => {
    const page = await open(ROLES_ALONE, 'change');
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
    page.http.verify();
  });
});
