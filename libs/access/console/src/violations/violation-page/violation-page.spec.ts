import type { ViolationView } from '@smartpar/access/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { buttonOf, decideCase, provideAbilities, violationExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ViolationPage } from './violation-page';

const ADDRESS = '/api/organizations/o1/violations/v1';

async function open(facts: Partial<ViolationView> = {}): Promise<Mounted<ViolationPage>> {
  const page = await mount(ViolationPage, {
    texts: { access: en },
    inputs: { organizationId: 'o1', violationId: 'v1' },
    providers: [provideAbilities('o1', [])],
  });
  page.http.expectOne(ADDRESS).flush(violationExample(facts));
  await page.settle();
  return page;
}

describe('a case', () => {
  it('has everything needed to decide on one page, and names nobody', async () => {
    const page = await open();
    for (const words of ['Report about M-10422', 'Looked at a neighbour', 'Work phone of M-10500', 'Reported by M-10017']) expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it('is decided with a reason, and shows what the server says then', async () => {
    const page = await open();
    await decideCase(page, 'Give the access back', 'I have asked them, and the look was needed.');
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/opinions` });
    expect(call.request.body).toEqual({ outcome: 'lift', words: 'I have asked them, and the look was needed.' });
    call.flush(violationExample({ state: 'lifted', may: { lift: false, confirm: false } }));
    await page.settle();
    expect(page.text()).toContain('The access is back');
    expect(buttonOf(page, 'Give the access back')).toBeUndefined();
  });

  it('is not decided in a word', async () => {
    const page = await open();
    await decideCase(page, 'Keep them away', 'No.');
    expect(page.text()).toContain('at least 10 characters');
    page.http.verify();
  });

  it('is reached by two keys', async () => {
    const page = await open();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(document.activeElement?.textContent?.trim()).toBe('Give the access back');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    expect(document.activeElement?.textContent?.trim()).toBe('Keep them away');
    await page.settle();
  });

  it('that somebody else settled is read again', async () => {
    const page = await open();
    await decideCase(page, 'Keep them away', 'The looks were not needed at all.');
    page.http.expectOne(`${ADDRESS}/opinions`).flush({ code: 'violation.settled' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('decided meanwhile');
    page.http.expectOne(ADDRESS).flush(violationExample({ state: 'lapsed', may: { lift: false, confirm: false } }));
    await page.settle();
    expect(page.text()).toContain('Nobody decided in time');
  });

  it('is left to others by whoever reported it', async () => {
    const page = await open({ reportedBy: { memberNumber: 'M-10017', self: true }, may: { lift: false, confirm: false } });
    expect(page.text()).toContain('You reported this, so others decide.');
  });
});
