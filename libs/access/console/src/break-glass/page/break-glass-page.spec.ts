import type { BreakGlass } from '@smartpar/access/model';
import { expectAccessible, FieldHarness, mount, PendingHarness } from '@smartpar/platform/ui/testing';
import { breakGlassExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import breakGlass from '../i18n/en.json' with { type: 'json' };
import { BreakGlassPage } from './break-glass-page';

const ADDRESS = '/api/organizations/o1/break-glasses/b1';
const LOOK = {
  id: 'r1',
  at: '2026-03-02T09:10:00Z',
  memberId: 'm1',
  memberNumber: 'M-10422',
  categories: ['user.contact.phone_number.work'],
  reason: { template: 'reaching-them' },
};

async function open(facts: Partial<BreakGlass> = {}, actions = ['read', 'review']) {
  const page = await mount(BreakGlassPage, {
    texts: { access, breakGlass },
    inputs: { organizationId: 'o1', breakGlassId: 'b1' },
    providers: [provideAbilities('o1', [{ action: actions, subject: 'break-glass' }])],
  });
  page.http.expectOne(ADDRESS).flush(breakGlassExample(facts));
  await page.settle();
  const press = (text: string) => [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(text))?.click();
  return { page, press };
}

describe('one emergency', () => {
  it('says what happened in their words, and everything that was looked at', async () => {
    const { page } = await open({ looks: 1 });
    page.http.expectOne(`${ADDRESS}/looks`).flush({ items: [LOOK], next: null });
    await page.settle();
    const text = page.text();
    expect(text).toContain('M-10007: Somebody is in danger');
    expect(text).toContain('Somebody fell in the workshop.');
    expect(text).toContain('M-10422: Work phone');
    expect(text).toContain('User administrator');
    await expectAccessible(page.element);
  });

  it('shows what was looked at page by page, so that nothing is judged unseen', async () => {
    const { page, press } = await open({ looks: 51 });
    page.http.expectOne(`${ADDRESS}/looks`).flush({ items: [LOOK], next: 'k1' });
    await page.settle();
    press('Show more');
    page.http.expectOne(`${ADDRESS}/looks?after=k1`).flush({ items: [{ ...LOOK, id: 'r2', memberNumber: 'M-10423' }], next: null });
    await page.settle();
    expect(page.text()).toContain('M-10422: Work phone');
    expect(page.text()).toContain('M-10423: Work phone');
    expect(page.text()).not.toContain('Show more');
  });

  it('says when what was looked at cannot be read, and reads it again', async () => {
    const { page } = await open({ looks: 1 });
    page.http.expectOne(`${ADDRESS}/looks`).flush({ status: 500, code: 'internal', detail: '' }, { status: 500, statusText: 'Error' });
    await page.settle();
    await (await page.part(PendingHarness)).retry();
    page.http.expectOne(`${ADDRESS}/looks`).flush({ items: [LOOK], next: null });
    await page.settle();
    expect(page.text()).toContain('M-10422: Work phone');
  });

  it('is judged in words', async () => {
    const { page, press } = await open();
    await (await page.part(FieldHarness.labelled('Why'))).fill('Nobody else could be reached.');
    press('It was justified');
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/review` });
    expect(call.request.body).toEqual({ outcome: 'justified', words: 'Nobody else could be reached.' });
    call.flush(breakGlassExample({ review: { outcome: 'justified', words: 'Nobody else could be reached.', at: '2026-03-03T09:00:00Z' } }));
    await page.settle();
    expect(page.text()).toContain('What was found');
    expect(page.text()).toContain('Nobody else could be reached.');
  });

  it('is not judged without words', async () => {
    const { page, press } = await open();
    press('It was not');
    await page.settle();
    page.http.expectNone(`${ADDRESS}/review`);
    expect(page.text()).toContain('Say it in at least 10 characters');
  });

  it.each([
    ['a', 'It was justified'],
    ['d', 'It was not'],
  ])('is judged with two keys: %s goes to "%s"', async (key, text) => {
    const { page } = await open();
    document.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await page.settle();
    expect(document.activeElement?.textContent).toContain(text);
  });

  it('says when somebody else was faster', async () => {
    const { page, press } = await open();
    await (await page.part(FieldHarness.labelled('Why'))).fill('Nobody else could be reached.');
    press('It was not');
    await page.settle();
    page.http.expectOne(`${ADDRESS}/review`).flush({ status: 409, code: 'break_glass.reviewed', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush(breakGlassExample({ review: { outcome: 'justified', words: 'It was an accident.', at: '2026-03-03T09:00:00Z' } }));
    await page.settle();
    expect(page.text()).toContain('It was an accident.');
  });

  it('of one’s own is judged by somebody else', async () => {
    const { page } = await open({ by: { ...breakGlassExample().by, self: true } });
    expect(page.text()).toContain('Somebody else has to say');
    expect(page.element.querySelector('textarea')).toBeNull();
  });

  it('is only read by those who do not judge', async () => {
    const { page } = await open({}, ['read']);
    expect(page.text()).toContain('others say whether it was justified');
  });
});
