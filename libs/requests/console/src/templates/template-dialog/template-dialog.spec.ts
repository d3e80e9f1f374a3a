import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { TemplateView } from '@smartpar/requests/model';
import { ORGANIZATION, template } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { TemplateDialog } from './template-dialog';

const PATH = `/organizations/${ORGANIZATION}/templates`;

async function open(one: TemplateView | null = null): Promise<{ page: Mounted<TemplateDialog>; closed: unknown[] }> {
  const closed: unknown[] = [];
  const page = await mount(TemplateDialog, {
    texts: { requests: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { path: PATH, template: one } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  return { page, closed };
}

const field = (page: Mounted<TemplateDialog>, label: string): Promise<FieldHarness> => page.part(FieldHarness.labelled(label));
const save = async (page: Mounted<TemplateDialog>): Promise<void> => {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
};

describe('a reply template', () => {
  beforeEach(() => sessionStorage.clear());

  it('is written with a title, a language and what it is offered for', async () => {
    const { page, closed } = await open();
    await expectAccessible(page.element);
    await (await field(page, 'Title')).fill('Greeting');
    await (await field(page, 'Text')).fill('Dear reader');
    await (await field(page, 'Language')).choose('de');
    await (await field(page, 'Offered for')).choose('erasure');
    await save(page);
    const call = page.http.expectOne({ method: 'POST', url: `/api${PATH}` });
    expect(call.request.body).toEqual({ title: 'Greeting', text: 'Dear reader', language: 'de', kind: 'erasure' });
    call.flush(template());
    await page.settle();
    expect(closed).toEqual([true]);
  });

  it('is changed in place, and offered for everything again', async () => {
    const { page } = await open(template({ kind: 'erasure', language: 'cs' }));
    expect(await (await field(page, 'Title')).value()).toBe('Where data is kept');
    expect(await (await field(page, 'Language')).value()).toBe('cs');
    await (await field(page, 'Offered for')).choose('');
    await save(page);
    expect(page.http.expectOne({ method: 'PATCH', url: `/api${PATH}/template-1` }).request.body).toMatchObject({ kind: null, language: 'cs' });
  });

  it('begins from what was kept last, not from what was typed over an older version', async () => {
    const { page } = await open(template());
    await (await field(page, 'Text')).fill('Half a change');
    await page.settle();
    TestBed.resetTestingModule();
    const later = await open(template({ text: 'Changed by somebody else.', changedAt: '2099-03-02T09:00:00Z' }));
    expect(await (await field(later.page, 'Text')).value()).toBe('Changed by somebody else.');
  });

  it('says what is missing and sends nothing', async () => {
    const { page } = await open();
    await save(page);
    expect(await (await field(page, 'Title')).error()).toBe('Please fill this in.');
    page.http.verify();
  });

  it('is forgotten when it is put away', async () => {
    const { page, closed } = await open();
    await (await field(page, 'Title')).fill('Greeting');
    [...page.element.querySelectorAll('button')].find((button) => button.textContent?.includes('Cancel'))?.click();
    await page.settle();
    expect(closed).toEqual([false]);
    expect(sessionStorage.getItem('draft:template:new') ?? '').not.toContain('Greeting');
  });
});
