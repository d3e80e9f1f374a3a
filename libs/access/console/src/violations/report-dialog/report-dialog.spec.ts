import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { violationExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ReportDialog, type ReportTopic } from './report-dialog';

const ADDRESS = '/api/organizations/o1/violations';
const MEMBER: ReportTopic = { organizationId: 'o1', about: { memberId: 'm1', memberNumber: 'M-10422' } };

async function open(topic = MEMBER) {
  const closed: unknown[] = [];
  const page = await mount(ReportDialog, {
    texts: { access: en },
    providers: [
      { provide: DIALOG_DATA, useValue: topic },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  for (const call of page.http.match(({ url }) => url.startsWith('/api/organizations/o1/members/m1/looks'))) {
    call.flush({ items: violationExample().evidence, next: null });
  }
  await page.settle();
  const send = async (): Promise<void> => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, closed, send, words: await page.part(FieldHarness.labelled('What happened?')) };
}

describe('a report', () => {
  it('says first what follows from it', async () => {
    const { page } = await open();
    for (const words of ['Report M-10422', 'sees no data of others', 'My privacy', 'three days']) expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it('cites the looks that are ticked and closes with the case', async () => {
    const { page, closed, words, send } = await open();
    await words.fill('  Looked at a neighbour without a task. ');
    page.element.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await send();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ memberId: 'm1', entryIds: ['look-1'], words: 'Looked at a neighbour without a task.' });
    call.flush(violationExample());
    await page.settle();
    expect(closed).toEqual([violationExample()]);
  });

  it('of a look names the look alone', async () => {
    const { page, words, send } = await open({ organizationId: 'o1', about: { entryId: 'look-9' } });
    await words.fill('This look was not needed.');
    await send();
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({ entryIds: ['look-9'], words: 'This look was not needed.' });
  });

  it('in a word is not sent', async () => {
    const { page, words, send } = await open();
    await words.fill('Bad.');
    await send();
    expect(await words.error()).toBe('Say it in at least 10 characters.');
    page.http.verify();
  });

  it('about the only owner who can act says what to do first', async () => {
    const { page, closed, words, send } = await open();
    await words.fill('Looked at everybody, one by one.');
    await send();
    page.http.expectOne(ADDRESS).flush({ code: 'violation.last_owner' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('the only owner who can act');
    expect(closed).toEqual([]);
  });
});
