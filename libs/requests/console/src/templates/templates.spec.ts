import { provideAbilities } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { Dialogs, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { TemplateView } from '@smartpar/requests/model';
import { ORGANIZATION, template } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Templates } from './templates';

const ADDRESS = `/api/organizations/${ORGANIZATION}/templates`;
const ALL = ['read', 'create', 'change', 'remove'];

async function open(items: TemplateView[], actions = ALL): Promise<Mounted<Templates>> {
  const page = await mount(Templates, {
    texts: { requests: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [
      provideAbilities(
        ORGANIZATION,
        actions.map((action) => ({ action, subject: 'reply-template' })),
      ),
    ],
  });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  return page;
}

const button = (page: Mounted<Templates>, word: string): HTMLButtonElement | undefined =>
  [...page.element.querySelectorAll('button')].find((one) => one.textContent?.includes(word));

describe('reply templates', () => {
  it('are listed with their language and what they are offered for', async () => {
    const page = await open([template(), template({ id: 't2', title: 'Adieu', language: 'fr', kind: 'erasure' })]);
    expect(page.text()).toContain('Where data is kept English Everything');
    expect(page.text()).toContain('Adieu French Erasure');
    await expectAccessible(page.element);
  });

  it('say what to write first when there are none', async () => {
    const page = await open([]);
    expect(page.text()).toContain('No templates yet');
    await expectAccessible(page.element);
  });

  it('are only read by those who may do no more', async () => {
    expect((await open([template()], ['read'])).element.querySelector('button')).toBeNull();
  });

  it('are written and changed in a dialog, and then read again', async () => {
    const page = await open([template()]);
    const dialogs = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(true);
    button(page, 'Change')?.click();
    await page.settle();
    expect(dialogs.mock.calls[0]?.[1]).toMatchObject({ template: { id: 'template-1' } });
    page.http.expectOne(ADDRESS).flush({ items: [] });
    button(page, 'Add a template')?.click();
    await page.settle();
    expect(dialogs.mock.calls[1]?.[1]).toMatchObject({ template: null });
  });

  it('are not read again when the dialog is left', async () => {
    const page = await open([template()]);
    jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(undefined);
    button(page, 'Change')?.click();
    await page.settle();
    page.http.verify();
  });

  it('are removed at once, which can be undone', async () => {
    const page = await open([template({ kind: 'erasure' })]);
    button(page, 'Remove')?.click();
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/template-1` }).flush(null);
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [] });
    await page.settle();
    TestBed.inject(Toasts).undo();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ title: 'Where data is kept', language: 'en', text: 'Your account is kept in Frankfurt.', kind: 'erasure' });
  });

  it('say why one could not be removed', async () => {
    const page = await open([template()]);
    button(page, 'Remove')?.click();
    await page.settle();
    page.http.expectOne(`${ADDRESS}/template-1`).flush(null, { status: 500, statusText: 'Error' });
    await page.settle();
    expect(page.text()).toContain('The server could not do this');
    expect(TestBed.inject(Toasts).shown()).toBeNull();
  });
});
