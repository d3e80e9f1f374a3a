import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SavedFiles, type UrlFilters } from '@smartpar/platform/ui';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { NO_LEDGER_FILTERS, type LedgerFilterValues } from './ledger-filter-values';
import { LedgerFilters } from './ledger-filters';

async function open() {
  const values = signal(NO_LEDGER_FILTERS);
  const filters: UrlFilters<LedgerFilterValues> = {
    values,
    active: signal(0),
    set: (changed) => values.update((now) => ({ ...now, ...changed })),
    clear: () => values.set(NO_LEDGER_FILTERS),
  };
  const page = await mount(LedgerFilters, { texts: { access: en }, inputs: { organizationId: 'o1', filters } });
  const saved: string[] = [];
  jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation((name) => void saved.push(name));
  return { page, values, saved };
}

const button = (element: HTMLElement, word: string) => [...element.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(word));

describe('which looks are shown', () => {
  it('is chosen by role, purpose, category and days', async () => {
    const { page, values } = await open();
    await (await page.part(FieldHarness.labelled('Role'))).choose('helpdesk');
    await (await page.part(FieldHarness.labelled('Data'))).choose('user.name');
    expect(values()).toMatchObject({ role: 'helpdesk', category: 'user.name' });
    await expectAccessible(page.element);
  });

  it('is taken out as a file with the same filters', async () => {
    const { page, saved } = await open();
    await (await page.part(FieldHarness.labelled('Role'))).choose('helpdesk');
    await page.settle();
    button(page.element, 'CSV')?.click();
    await page.settle();
    const call = page.http.expectOne('/api/organizations/o1/my/ledger/export?format=csv&role=helpdesk');
    call.flush(new Blob(['x']));
    await page.settle();
    expect(saved).toEqual(['ledger.csv']);
  });

  it('says why where no file came', async () => {
    const { page, saved } = await open();
    button(page.element, 'JSON')?.click();
    await page.settle();
    page.http.expectOne('/api/organizations/o1/my/ledger/export?format=json').flush(new Blob(), { status: 503, statusText: 'Unavailable' });
    await page.settle();
    expect(page.element.querySelector('[role=alert]')?.textContent?.trim()).not.toBe('');
    expect(saved).toEqual([]);
  });
});
