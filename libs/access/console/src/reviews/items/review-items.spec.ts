import { expectAccessible, ListHarness, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { provideAbilities, reviewedGrant, reviewedRole, reviewExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import granting from '../../granting/i18n/en.json' with { type: 'json' };
import reviews from '../i18n/en.json' with { type: 'json' };
import { ReviewItems } from './review-items';

const ITEMS = '/api/organizations/o1/access-reviews/r1/items';
const ANSWERS = '/api/organizations/o1/access-reviews/r1/answers';

type Item = ReturnType<typeof reviewedRole>;

async function open(review = reviewExample(), items: readonly Item[] = [reviewedRole(), reviewedGrant()], show = 'open') {
  const page = await mount(ReviewItems, {
    texts: { access, granting, reviews },
    inputs: { organizationId: 'o1', review },
    providers: [provideAbilities('o1', [])],
  });
  page.http.expectOne(`${ITEMS}?show=${show}`).flush({ items, next: null });
  await page.settle();
  const press = async (key: string): Promise<void> => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await page.settle();
  };
  const send = async (): Promise<void> => {
    document.querySelector<HTMLButtonElement>('[role=dialog] button[type=submit]')?.click();
    await page.settle();
  };
  return { page, press, send, rows: async () => (await page.part(ListHarness)).rows() };
}

afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((one) => one.replaceChildren()));

describe('what a review looks at', () => {
  it('says who holds what, and what speaks for and against it', async () => {
    const { page, rows } = await open(reviewExample(), [
      reviewedRole({ conflicts: ['auditor'] }),
      reviewedGrant({ holder: { memberId: 'm8', number: 10_408, status: 'suspended', workerType: 'contractor', workerOver: true, keptAway: true } }),
      reviewedRole({ item: 3, useTold: false, still: false, obstacle: 'own', may: { answer: false, confirm: false } }),
    ]);
    const [role = '', grant = '', gone = ''] = await rows();
    for (const said of ['M-10407', 'Helpdesk, the whole organization', 'last used', 'kept apart from Auditor']) expect(role).toContain(said);
    for (const said of ['M-10408', 'All contact data (always shown), of everybody', 'never used', 'suspended', 'contract ended', 'kept from others'])
      expect(grant).toContain(said);
    for (const said of ['held no more', 'use is not told here', 'You hold this yourself']) expect(gone).toContain(said);
    await expectAccessible(page.element);
  });

  it('is answered for by keys: the line one is on, with the likeliest reason', async () => {
    const { page, press, send, rows } = await open();
    await press('j');
    await press('a');
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('M-10407: Helpdesk, the whole organization');
    await send();
    const call = page.http.expectOne({ method: 'POST', url: ANSWERS });
    expect(call.request.body).toEqual({ items: [1], verdict: 'keep', reason: 'Still needed for their work.' });
    call.flush({ done: [1], refused: [] });
    await page.settle();
    expect(await rows()).toHaveLength(1);
  });

  it('is answered for together: several are selected, and those that are left as they are are told', async () => {
    const { page, press, send } = await open();
    await press('j');
    await press('x');
    await press('j');
    await press('x');
    await press('d');
    await send();
    const call = page.http.expectOne({ method: 'POST', url: ANSWERS });
    expect(call.request.body).toEqual({ items: [1, 2], verdict: 'revoke', reason: 'Not needed any more for their work.' });
    call.flush({ done: [1], refused: [{ item: 2, obstacle: 'own' }] });
    await page.settle();
    expect(await (await page.part(ListHarness)).rows()).toHaveLength(1);
  });

  it('is reduced to less of it, never of roles and access at once', async () => {
    const { page, press, send } = await open();
    await press('j');
    await press('x');
    await press('j');
    await press('x');
    await press('r');
    expect(document.querySelector('[role=dialog]')).toBeNull();
    await press('x');
    await press('r');
    const dialog = document.querySelector<HTMLElement>('[role=dialog]');
    expect(dialog?.textContent).toContain('What is left');
    await send();
    expect(dialog?.textContent).toContain('Choose what is left.');
    page.http.expectNone(ANSWERS);
  });

  it('is confirmed by the second one', async () => {
    const review = reviewExample({ stages: 2, mine: { part: 'confirmer', waiting: 1 } });
    const answer = { verdict: 'revoke' as const, reason: 'It is not used.', by: { memberId: 'm2', number: 10_002 }, at: '2026-03-03T09:00:00Z', less: null };
    const { page, press, send, rows } = await open(review, [reviewedRole({ answer, may: { answer: false, confirm: true } })], 'to-confirm');
    expect((await rows())[0]).toContain('ends, says M-10002');
    await press('j');
    await press('d');
    await send();
    const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/access-reviews/r1/confirmations' });
    expect(call.request.body).toEqual({ items: [1], confirmed: true, reason: 'I agree: it is not needed.' });
  });

  it('is only read where nobody is asked, and when it is over', async () => {
    const review = reviewExample({ state: 'closed', mine: { part: null, waiting: 0 } });
    const { page, press, rows } = await open(review, [reviewedRole({ outcome: { outcome: 'revoked', cause: 'silence' } })], 'all');
    expect((await rows())[0]).toContain('Ended (by silence)');
    await press('a');
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(await (await page.part(SegmentedHarness)).answers()).toEqual(['All']);
  });
});
