import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { HandPartDialog } from './hand-part-dialog';

const ADDRESS = `/api/organizations/${ORGANIZATION}/requests/request-1/parts`;

async function open(): Promise<{ page: Mounted<HandPartDialog>; closed: unknown[]; text: FieldHarness }> {
  const closed: unknown[] = [];
  const page = await mount(HandPartDialog, {
    texts: { requests: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, requestId: 'request-1' } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  return { page, closed, text: await page.part(FieldHarness) };
}

const save = async (page: Mounted<HandPartDialog>): Promise<void> => {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
};

describe('handing a part to SmartPAR', () => {
  beforeEach(() => sessionStorage.clear());

  it('says who will read it, sends it and closes', async () => {
    const { page, closed, text } = await open();
    expect(page.text()).toContain('SmartPAR and the person both read this');
    await expectAccessible(page.element);
    await text.fill('How is the app improved?');
    await save(page);
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toEqual({ text: 'How is the app improved?' });
    call.flush({ requestId: 'request-1', entryId: 'e', state: 'in-progress', dueAt: '2099-04-06T22:00:00Z' });
    await page.settle();
    expect(closed).toEqual([true]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('sends nothing without words', async () => {
    const { page, text } = await open();
    await save(page);
    expect(await text.error()).toBe('Please write something first.');
    page.http.verify();
  });

  it('keeps what was typed when it is refused', async () => {
    const { page, closed, text } = await open();
    await text.fill('How is the app improved?');
    await save(page);
    page.http.expectOne(ADDRESS).flush({ code: 'request.nothing_to_hand_over', detail: 'Already there.' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Already there.');
    expect(sessionStorage.getItem('draft:part:request-1')).toContain('improved');
    expect(closed).toEqual([]);
  });
});
