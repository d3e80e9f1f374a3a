import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { delayExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { HoldBackDialog } from './hold-back-dialog';

const ADDRESS = '/api/organizations/o1/ledger-delays';

async function open() {
  const closed: unknown[] = [];
  const page = await mount(HoldBackDialog, {
    texts: { access: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: 'o1', look: delayExample().look } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  await page.settle();
  const send = async (): Promise<void> => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, closed, send };
}

describe('to have a look told later', () => {
  it('needs a ground of the law and a reason', async () => {
    const { page, send } = await open();
    await expectAccessible(page.element);
    await send();
    page.http.verify();
  });

  it('is asked for and waits for a second person', async () => {
    const { page, closed, send } = await open();
    await (await page.part(FieldHarness.labelled('Ground'))).choose('evidence');
    await (await page.part(FieldHarness.labelled('Why here?'))).fill('They would remove what proves it.');
    await send();
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toEqual({ entryId: 'look-1', ground: 'evidence', words: 'They would remove what proves it.' });
    call.flush(delayExample());
    await page.settle();
    expect(closed).toEqual([delayExample()]);
  });

  it.each([
    ['ledger-delay.refused_before', 'It cannot be asked for again.'],
    ['ledger-delay.own_look', 'You made this look yourself.'],
  ])('says why it cannot be asked for: %s', async (code, sentence) => {
    const { page, send } = await open();
    await (await page.part(FieldHarness.labelled('Ground'))).choose('evidence');
    await (await page.part(FieldHarness.labelled('Why here?'))).fill('They would remove what proves it.');
    await send();
    page.http.expectOne(ADDRESS).flush({ code }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(document.body.textContent).toContain(sentence);
  });
});
