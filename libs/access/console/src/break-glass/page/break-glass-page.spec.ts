import type { BreakGlass } from '@smartpar/access/model';
import { expectAccessible, mount, PendingHarness } from '@smartpar/platform/ui/testing';
import { breakGlassExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import breakGlass from '../i18n/en.json' with { type: 'json' };
import { BreakGlassPage } from './break-glass-page';
import { BreakGlassPageHarness } from './break-glass-page.harness';

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
  const emergency = await page.part(BreakGlassPageHarness);
  const judge = async (outcome: string, words?: string): Promise<void> => {
    const review = await emergency.review();
    if (words !== undefined) await (await review?.words())?.fill(words);
    await review?.press(outcome);
    await page.settle();
  };
  return { page, emergency, judge };
}

describe('one emergency', () => {
  afterEach(() => jest.useRealTimers());

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
    const { page, emergency } = await open({ looks: 51 });
    page.http.expectOne(`${ADDRESS}/looks`).flush({ items: [LOOK], next: 'k1' });
    await page.settle();
    await emergency.more();
    await page.settle();
    page.http.expectOne(`${ADDRESS}/looks?after=k1`).flush({ status: 500, code: 'internal', detail: '' }, { status: 500, statusText: 'Error' });
    await page.settle();
    expect(await emergency.problem()).not.toBe('');
    await emergency.more();
    await page.settle();
    page.http.expectOne(`${ADDRESS}/looks?after=k1`).flush({ items: [{ ...LOOK, id: 'r2', memberNumber: 'M-10423' }], next: null });
    await page.settle();
    expect(await emergency.looks()).toEqual([expect.stringContaining('M-10422: Work phone'), expect.stringContaining('M-10423: Work phone')]);
    expect(page.text()).not.toContain('Show more');
  });

  it('reads what was looked at again as soon as there is more of it', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const { page, emergency } = await open({ looks: 1, running: true });
    const later = async (looks: number): Promise<void> => {
      jest.advanceTimersByTime(1_000);
      await page.settle();
      page.http.expectOne(ADDRESS).flush(breakGlassExample({ looks, running: true }));
      await page.settle();
    };
    page.http.expectOne(`${ADDRESS}/looks`).flush({ items: [LOOK], next: null });
    await later(1);
    page.http.expectNone(`${ADDRESS}/looks`);
    await later(2);
    expect(await emergency.looks()).toEqual([expect.stringContaining('M-10422: Work phone')]);
    page.http.expectOne(`${ADDRESS}/looks`).flush({ items: [{ ...LOOK, id: 'r2', memberNumber: 'M-10423' }, LOOK], next: null });
    await page.settle();
    expect(await emergency.looks()).toEqual([expect.stringContaining('M-10423: Work phone'), expect.stringContaining('M-10422: Work phone')]);
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
    const { page, judge } = await open();
    await expectAccessible(page.element);
    await judge('It was justified', 'Nobody else could be reached.');
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/review` });
    expect(call.request.body).toEqual({ outcome: 'justified', words: 'Nobody else could be reached.' });
    call.flush(breakGlassExample({ review: { outcome: 'justified', words: 'Nobody else could be reached.', at: '2026-03-03T09:00:00Z' } }));
    await page.settle();
    expect(page.text()).toContain('What was found');
    expect(page.text()).toContain('Nobody else could be reached.');
  });

  it('is not judged without words', async () => {
    const { page, judge } = await open();
    await judge('It was not');
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
    const { page, judge } = await open();
    await judge('It was not', 'Nobody else could be reached.');
    page.http.expectOne(`${ADDRESS}/review`).flush({ status: 409, code: 'break_glass.reviewed', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush(breakGlassExample({ review: { outcome: 'justified', words: 'It was an accident.', at: '2026-03-03T09:00:00Z' } }));
    await page.settle();
    expect(page.text()).toContain('It was an accident.');
  });

  it('of one’s own is judged by somebody else', async () => {
    const { page, emergency } = await open({ by: { ...breakGlassExample().by, self: true } });
    expect(page.text()).toContain('Somebody else has to say');
    expect(await emergency.review()).toBeNull();
  });

  it('is only read by those who do not judge', async () => {
    const { page } = await open({}, ['read']);
    expect(page.text()).toContain('others say whether it was justified');
  });
});
