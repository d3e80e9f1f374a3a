import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { SavedFiles } from '@smartpar/platform/ui';
import { provideAbilities, reviewedRole, reviewExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import granting from '../../granting/i18n/en.json' with { type: 'json' };
import reviews from '../i18n/en.json' with { type: 'json' };
import { ReviewPage } from './review-page';

const REVIEW = '/api/organizations/o1/access-reviews/r1';

async function open(review = reviewExample()) {
  const saved: string[] = [];
  const page = await mount(ReviewPage, {
    texts: { access, granting, reviews },
    inputs: { organizationId: 'o1', reviewId: 'r1' },
    providers: [provideAbilities('o1', []), { provide: SavedFiles, useValue: { save: (name: string) => saved.push(name) } }],
  });
  page.http.expectOne(REVIEW).flush(review);
  await page.settle();
  for (const call of page.http.match(({ url }) => url.startsWith(`${REVIEW}/items`))) call.flush({ items: [reviewedRole()], next: null });
  await page.settle();
  const button = (words: string) => [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  return { page, saved, button };
}

describe('a review', () => {
  it('says what it looks at, who was asked and what silence does', async () => {
    const { page, button } = await open();
    for (const said of ['The whole organization', 'M-10002, Reviewer: 1 answered', 'M-10003, Fallback', 'Ends', '1 of 3 answered', 'Review of 2 March 2026']) {
      expect(page.text()).toContain(said);
    }
    expect(button('Call it off')).toBeUndefined();
    await expectAccessible(page.element);
  });

  it('is called off with a reason', async () => {
    const { page, button } = await open(reviewExample({ may: { stop: true, close: false } }));
    button('Call it off')?.click();
    await page.settle();
    expect(page.text()).toContain('Say it in at least 10 characters.');
    const words = page.element.querySelector('textarea');
    if (words !== null) words.value = 'The wrong site was chosen.';
    words?.dispatchEvent(new Event('input'));
    button('Call it off')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: `${REVIEW}/stop` });
    expect(call.request.body).toEqual({ reason: 'The wrong site was chosen.' });
    call.flush(reviewExample({ state: 'stopped' }));
    await page.settle();
    expect(page.text()).toContain('Called off');
  });

  it('is closed early where all is answered', async () => {
    const { page, button } = await open(reviewExample({ may: { stop: true, close: true } }));
    button('Close it now')?.click();
    await page.settle();
    expect(page.http.expectOne({ method: 'POST', url: `${REVIEW}/close` }).request.body).toEqual({ early: true });
  });

  it('has a certificate once it is closed: to read, and as it was signed', async () => {
    const counts = { items: 3, answered: 3, kept: 1, reduced: 0, revoked: 2, gone: 0, silent: 1 };
    const { page, saved, button } = await open(reviewExample({ state: 'closed', closedAt: '2026-03-16T09:00:00.000Z', counts }));
    button('As PDF')?.click();
    page.http.expectOne(`${REVIEW}/certificate.pdf?locale=en`).flush(new Blob(['%PDF-']));
    await page.settle();
    button('Signed, as JSON')?.click();
    page.http.expectOne(`${REVIEW}/certificate`).flush(new Blob(['{}']));
    await page.settle();
    expect(saved).toEqual(['access-review-2026-03-16.pdf', 'access-review-2026-03-16.json']);
    expect(page.text()).toContain('Decided by silence');
  });
});
