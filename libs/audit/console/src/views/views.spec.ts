import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import type { LogView } from '@smartpar/audit/model';
import { Toasts, type FilterValues } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { LogViews } from './views';
import { LogViewsHarness } from './views.harness';

const ADDRESS = '/api/organizations/o1/audit-log/views';
const NOTHING = { action: '', actorKind: '', from: '' };

const view = (facts: Partial<LogView> = {}): LogView => ({
  id: 'v1',
  name: 'New members',
  filter: { action: 'member.added' },
  shared: false,
  mine: true,
  removable: true,
  ...facts,
});

async function open(items: LogView[], shown: FilterValues = NOTHING) {
  const values = signal<FilterValues>(shown);
  const filters = {
    values,
    active: () => Object.values(values()).filter((value) => value !== '').length,
    set: jest.fn((changed: Partial<FilterValues>) => values.set({ ...values(), ...changed } as FilterValues)), // as: no value is taken away
    clear: jest.fn(() => values.set(NOTHING)),
  };
  const page = await mount(LogViews, { texts: { audit: en }, inputs: { organizationId: 'o1', filters } });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  return { page, filters, views: await page.part(LogViewsHarness) };
}

describe('views of the log', () => {
  it('show nothing while none is kept and nothing is narrowed', async () => {
    const { page } = await open([]);
    expect(page.text().trim()).toBe('');
  });

  it('narrow the page to what was kept, and nothing else', async () => {
    const { views, filters, page } = await open([view()], { ...NOTHING, from: '2026-03-01' });
    await views.choose('v1');
    expect(filters.values()).toEqual({ action: 'member.added', actorKind: '', from: '' });
    await expectAccessible(page.element);
    await views.choose('');
    expect(filters.clear).toHaveBeenCalled();
  });

  it('say whose they are, and are removed by those who may', async () => {
    const shown = { ...NOTHING, action: 'member.added' };
    const { page, views } = await open([view({ mine: false, shared: true, removable: false })], shown);
    expect(page.text()).toContain('New members (of another member)');
    expect(await views.buttons()).toEqual([]);
  });

  it('are removed, which can be undone', async () => {
    const { page, views } = await open([view()], { ...NOTHING, action: 'member.added' });
    void views.press('Remove this view');
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/v1` }).flush(null);
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [] });
    await page.settle();
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne({ method: 'POST', url: ADDRESS }).request.body).toEqual({
      name: 'New members',
      filter: { action: 'member.added' },
      shared: false,
    });
  });

  it('are kept under a name, for oneself or for everybody', async () => {
    const { page, views } = await open([], { ...NOTHING, actorKind: 'system' });
    await views.press('Keep this view');
    const panel = document.querySelector<HTMLElement>('.sp-popover-panel');
    const [name, shared] = [panel?.querySelector<HTMLInputElement>('input[type=text]'), panel?.querySelector<HTMLInputElement>('input[type=checkbox]')];
    if (name) name.value = 'What the system did';
    shared?.click();
    await expectAccessible(panel ?? page.element);
    panel?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ name: 'What the system did', filter: { actorKind: 'system' }, shared: true });
    call.flush(view());
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [] });
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toBe('The view "What the system did" is kept.');
  });
});
