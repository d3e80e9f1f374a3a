import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ExtractView } from '@smartpar/access/model';
import { SavedFiles } from '@smartpar/platform/ui';
import { expectAccessible, mount, WorkProgressHarness } from '@smartpar/platform/ui/testing';
import { extractView, provideAbilities, provideSession, sessionFacts } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import extracts from '../i18n/en.json' with { type: 'json' };
import { ExtractPage } from './extract-page';

const EXTRACT = '/api/organizations/o1/extracts/x1';
const NOTHING = { decide: false, withdraw: false, fetch: false, end: false };
const WRITTEN: Partial<ExtractView> = {
  ...{ standing: 'ready', doneAt: '2026-03-02T10:00:00Z', expiresAt: '2026-03-03T10:00:00Z', progress: { stored: 338, noAccess: 1, gone: 1 } },
  ...{ decision: { at: '2026-03-02T09:30:00Z', by: { memberId: 'm1', number: 10_401 }, inPlaceOf: null, words: null } },
  may: { ...NOTHING, fetch: true, end: true },
};

async function open(facts: Partial<ExtractView> = {}) {
  const page = await mount(ExtractPage, {
    texts: { access, extracts },
    inputs: { organizationId: 'o1', extractId: 'x1' },
    providers: [provideSession(sessionFacts()), provideAbilities('o1', [{ action: ['read', 'decide'], subject: 'extract' }])],
  });
  page.http.expectOne(EXTRACT).flush(extractView(facts));
  await page.settle();
  const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const button = (words: string) => [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  const click = async (words: string): Promise<void> => {
    button(words)?.click();
    await page.settle();
  };
  /** What is read again. */
  const again = async (next: Partial<ExtractView>): Promise<void> => {
    page.http.expectOne(EXTRACT).flush(extractView(next));
    await page.settle();
  };
  return { page, press, button, click, again };
}

describe('an extract that waits', () => {
  it('has everything that is needed to decide on one page', async () => {
    const { page } = await open();
    for (const said of [
      ...['Name and Work phone of 340 people', 'M-10407', 'everybody at Hamburg', 'Work phone: no access covers 12 people.'],
      ...['Keeping accounts safe', 'Calling everybody about a leak.', 'Answer by'],
    ]) {
      expect(page.text()).toContain(said);
    }
    await expectAccessible(page.element);
  });

  it.each([
    ['a', 'Agree'],
    ['d', 'Refuse'],
  ])('is two keystrokes away from a decision: %s goes to %s', async (key, words) => {
    const { press, button } = await open();
    press(key);
    expect(document.activeElement).toBe(button(words));
  });

  it('is agreed to, and then followed', async () => {
    const { page, click, again } = await open();
    await click('Agree');
    const sent = page.http.expectOne(`${EXTRACT}/approval`);
    expect(sent.request.body).toEqual({});
    sent.flush({ extractId: 'x1', standing: 'running' });
    await page.settle();
    await again({ standing: 'running', may: NOTHING, progress: { stored: 85, noAccess: 0, gone: 0 } });
    expect(await (await page.part(WorkProgressHarness)).far()).toBe('25% 85 of 340 people');
    await expectAccessible(page.element);
  });

  it('is refused with a reason that is ready, or with one’s own of some length', async () => {
    const { page, click } = await open();
    await click('Refuse');
    page.http.expectOne(`${EXTRACT}/refusal`).flush({ extractId: 'x1', standing: 'refused' });
    await page.settle();
    page.http.expectOne(EXTRACT);
    TestBed.resetTestingModule();
    const other = await open();
    const why = other.page.element.querySelector('select');
    if (why === null) throw new Error('There is nothing to choose.');
    why.value = 'own';
    why.dispatchEvent(new Event('change'));
    await other.page.settle();
    await other.click('Refuse');
    expect(other.page.text()).toContain('Say it in at least 10 characters.');
    other.page.http.expectNone(`${EXTRACT}/refusal`);
    await expectAccessible(other.page.element);
  });

  it('that somebody else decided first is read again, and says so', async () => {
    const { page, click } = await open();
    await click('Agree');
    page.http.expectOne(`${EXTRACT}/approval`).flush({ code: 'decision.decided', status: 409 }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Somebody else was faster');
    page.http.expectOne(EXTRACT);
  });

  it('of one’s own says who has to decide, and can be taken back', async () => {
    const { page, click, again } = await open({ may: { ...NOTHING, withdraw: true }, obstacle: 'concerned' });
    await click('Take it back');
    page.http.expectOne(`${EXTRACT}/end`).flush({ extractId: 'x1', standing: 'withdrawn' });
    await page.settle();
    await again({ standing: 'withdrawn', may: NOTHING });
    expect(page.text()).toContain('Taken back');
  });

  it('says to whoever may not decide who has to', async () => {
    const { page } = await open({ may: NOTHING, obstacle: 'right-too-young' });
    expect(page.text()).toContain('Somebody who could before has to decide.');
  });
});

describe('an extract that is written', () => {
  it('says what became of everybody', async () => {
    const { page } = await open(WRITTEN);
    for (const said of [
      'M-10401 agreed.',
      '338 people are in the file',
      '1 person was left out: no access',
      '1 person was left out: they are no longer known',
      'Kept until',
    ]) {
      expect(page.text()).toContain(said);
    }
    await expectAccessible(page.element);
  });

  it('that ended in the middle says why, and of how many nothing was read', async () => {
    const { page } = await open({ ...WRITTEN, standing: 'stopped', stop: 'access-ended', progress: { stored: 250, noAccess: 0, gone: 0 } });
    expect(page.text()).toContain('The access it rested on ended');
    expect(page.text()).toContain('90 people were not reached any more, and nothing of them was read.');
  });

  it('is fetched and kept by whoever asked, and counted', async () => {
    const { page, click, again } = await open(WRITTEN);
    const save = jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation(() => undefined);
    await click('Fetch the file');
    const call = page.http.expectOne(`${EXTRACT}/file`);
    expect([call.request.method, call.request.body]).toEqual(['POST', { locale: 'en' }]);
    call.flush(new Blob(['x']));
    await page.settle();
    expect(save).toHaveBeenCalledWith('people-2026-03-02.csv', expect.any(Blob));
    await again({ ...WRITTEN, downloads: 1 });
    expect(page.text()).toContain('Times fetched 1');
  });

  it('keeps no half of a file, and says so', async () => {
    const { page, click } = await open(WRITTEN);
    const save = jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation(() => undefined);
    await click('Fetch the file');
    page.http.expectOne(`${EXTRACT}/file`).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('nothing was saved');
    expect(save).not.toHaveBeenCalled();
    await expectAccessible(page.element);
  });

  it('cannot be fetched once the access has ended, and says so', async () => {
    const { page, click } = await open(WRITTEN);
    await click('Fetch the file');
    const problem = Object.assign(new Blob([]), { text: async () => JSON.stringify({ code: 'extract.access_ended', detail: 'Ended.' }) });
    page.http.expectOne(`${EXTRACT}/file`).flush(problem, { status: 409, statusText: 'Conflict' });
    await new Promise((resolve) => setTimeout(resolve));
    await page.settle();
    expect(page.text()).toContain('Your access to this data has ended');
  });

  it('is destroyed before its time', async () => {
    const { page, click, again } = await open(WRITTEN);
    await click('Destroy it now');
    page.http.expectOne(`${EXTRACT}/end`).flush({ extractId: 'x1', standing: 'gone' });
    await page.settle();
    await again({ ...WRITTEN, standing: 'gone', may: NOTHING });
    expect(page.text()).toContain('File destroyed');
    expect(page.text()).toContain('Nothing is left to do here.');
  });

  it.each<[string, (call: TestRequest) => void, string]>([
    ['cannot be reached', (call) => call.error(new ProgressEvent('error')), 'The file did not arrive'],
    ['is not there any more', (call) => call.flush({ code: 'not_found', status: 404 }, { status: 404, statusText: 'Not Found' }), 'Your access to this data'],
  ])('that %s when it is to be destroyed says nothing about fetching', async (_, fail, never) => {
    const { page, click } = await open(WRITTEN);
    await click('Destroy it now');
    fail(page.http.expectOne(`${EXTRACT}/end`));
    await page.settle();
    expect(page.element.querySelector('sp-problem-note')?.textContent.trim()).not.toBe('');
    expect(page.text()).not.toContain(never);
  });

  it('is stopped by whoever asked while it is written', async () => {
    const { page, click } = await open({ standing: 'running', lapsesAt: null, may: { ...NOTHING, end: true } });
    expect(page.text()).toContain('M-10407 began it alone:');
    await click('Stop and destroy it');
    page.http.expectOne(`${EXTRACT}/end`);
    await expectAccessible(page.element);
  });
});

it('those named one by one are told by number, and whoever is gone as such', async () => {
  const { page } = await open({ whom: { kind: 'members', narrowed: [], numbers: [10_001, 10_002] }, requestedBy: { memberId: 'm7', number: null } });
  expect(page.text()).toContain('M-10001 and M-10002');
  expect(page.text()).toContain('Somebody who is not here any more');
});
