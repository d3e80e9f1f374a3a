import type { VolumeAlertView } from '@smartpar/access/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { buttonOf, decideCase, provideAbilities, provideSession, sessionFacts, volumeAlertExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { AlertPage } from './alert-page';

const ADDRESS = '/api/organizations/o1/volume-alerts/a1';

async function open(facts: Partial<VolumeAlertView> = {}): Promise<Mounted<AlertPage>> {
  const page = await mount(AlertPage, {
    texts: { access, evaluations },
    inputs: { organizationId: 'o1', alertId: 'a1' },
    providers: [provideAbilities('o1', [{ action: 'report', subject: 'violation' }]), provideSession(sessionFacts())],
  });
  page.http.expectOne(ADDRESS).flush(volumeAlertExample(facts));
  await page.settle();
  return page;
}

describe('an alert', () => {
  it('says what was noticed, against what, and how to report it', async () => {
    const page = await open();
    for (const words of ['M-10422', '64 looks that day', 'usual for this person are 4', 'more than 20', 'Helpdesk', 'Report a broken promise']) {
      expect(page.text()).toContain(words);
    }
    await expectAccessible(page.element);
  });

  it('is read without how often it was while evaluations are off, and still settled', async () => {
    const page = await open({ looks: null, usual: null, limit: null, past: null });
    for (const words of ['Evaluations are off now', 'M-10422', 'What came of it?']) expect(page.text()).toContain(words);
    for (const words of ['looks that day', 'four weeks before', 'null']) expect(page.text()).not.toContain(words);
    await expectAccessible(page.element);
  });

  it('is settled with what was found out', async () => {
    const page = await open();
    await decideCase(page, 'There was a reason', 'A mail run to everybody; asked and seen.');
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/settlement` });
    expect(call.request.body).toEqual({ outcome: 'explained', words: 'A mail run to everybody; asked and seen.' });
    const settled = { at: '2026-03-10T10:00:00Z', memberNumber: 'M-10017', self: true, words: 'A mail run to everybody; asked and seen.' };
    call.flush(volumeAlertExample({ state: 'explained', settled, may: { settle: false } }));
    await page.settle();
    expect(page.text()).toContain('Settled by M-10017');
    expect(buttonOf(page, 'There was a reason')).toBeUndefined();
  });

  it('is not settled in a word', async () => {
    const page = await open();
    await decideCase(page, 'There was a reason', 'Fine.');
    expect(page.text()).toContain('at least 10 characters');
    page.http.verify();
  });

  it('is not said to be reported before it was', async () => {
    const page = await open();
    await decideCase(page, 'It was reported', 'Reported it; the case says why.');
    page.http.expectOne(`${ADDRESS}/settlement`).flush({ code: 'volume_alert.not_reported' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Report them first');
    page.http.verify();
  });

  it('that somebody else settled is read again', async () => {
    const page = await open();
    await decideCase(page, 'There was a reason', 'A mail run to everybody; asked and seen.');
    page.http.expectOne(`${ADDRESS}/settlement`).flush({ code: 'volume_alert.settled' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush(volumeAlertExample({ state: 'reported', may: { settle: false } }));
    await page.settle();
    expect(page.text()).toContain('Somebody has settled this meanwhile');
  });

  it('is reached by two keys', async () => {
    const page = await open();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(document.activeElement?.textContent?.trim()).toBe('There was a reason');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    expect(document.activeElement?.textContent?.trim()).toBe('It was reported');
    await page.settle();
  });
});
