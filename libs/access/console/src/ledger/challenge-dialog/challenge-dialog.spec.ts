import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ledgerLook } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ChallengeDialog } from './challenge-dialog';

const ADDRESS = '/api/organizations/o1/my/ledger/look-1/challenge';
const ANSWER = { requestId: 'r1', reference: 'P-7K3M-Q2', promisedOn: '2026-04-01' };

async function open() {
  const closed: unknown[] = [];
  const page = await mount(ChallengeDialog, {
    texts: { access: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: 'o1', look: ledgerLook() } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  await page.settle();
  const send = async (): Promise<void> => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, closed, send, words: await page.part(FieldHarness) };
}

describe('a complaint about a look', () => {
  it('says which look it is about and that it never reaches whoever looked', async () => {
    const { page } = await open();
    expect(page.text()).toContain('Helpdesk looked at: Work phone');
    expect(page.text()).toContain('Whoever looked does not get it');
    await expectAccessible(page.element);
  });

  it('is sent in one’s own words and says where it went', async () => {
    const { page, closed, words, send } = await open();
    await words.fill(' Nobody had asked them to. ');
    await send();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ words: 'Nobody had asked them to.' });
    call.flush(ANSWER);
    await page.settle();
    expect(closed).toEqual([ANSWER]);
  });

  it('needs words', async () => {
    const { page, words, send } = await open();
    await send();
    expect(await words.error()).toBe('Please fill this in.');
    page.http.verify();
  });

  it('that was made before keeps what is typed and says so', async () => {
    const { page, closed, words, send } = await open();
    await words.fill('Again.');
    await send();
    page.http.expectOne(ADDRESS).flush({ code: 'ledger.challenged' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('You have complained about this look already');
    expect([await words.value(), closed]).toEqual(['Again.', []]);
  });
});
