import { CLAIMED_STATES, OBJECTION_STATES, type OwnClaim } from '@smartpar/organizations/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../../i18n/de.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import { OwnClaims } from './own-claims';
import { OwnClaimsHarness } from './own-claims.harness';

const ONE: OwnClaim = {
  id: 'c1',
  organization: 'Larkspur Ltd',
  domain: 'larkspur.example',
  state: 'told',
  toldAt: '2026-03-02T09:00:00Z',
  takesForceAt: '2026-03-16T09:00:00Z',
  contact: { name: 'Hazel', email: 'privacy@larkspur.example' },
  objection: null,
};

async function open(items: readonly OwnClaim[], texts: object = en) {
  const page = await mount(OwnClaims, { texts: { organizations: { ...texts } } });
  page.http.expectOne('/api/account/claims').flush({ items });
  await page.settle();
  return { page, part: await page.part(OwnClaimsHarness) };
}

describe('a claim of one’s own account', () => {
  it('says who claims it, what changes, what stays, whom to ask and until when', async () => {
    const { page, part } = await open([ONE]);
    for (const words of ['Larkspur Ltd', 'larkspur.example', 'Hazel', 'privacy@larkspur.example', 'Mar']) expect(page.text()).toContain(words);
    expect(await part.buttons()).toEqual(['It is for work, I stay', 'Move my account', 'It is my own address']);
    await expectAccessible(page.element);
  });

  it('is agreed to at a press', async () => {
    const { page, part } = await open([ONE]);
    await part.press(0);
    await page.settle();
    page.http.expectOne({ method: 'POST', url: '/api/account/claims/c1/stay' }).flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    page.http.expectOne('/api/account/claims').flush({ items: [{ ...ONE, state: 'stays' }] });
    await page.settle();
    expect(await part.buttons()).toEqual(['Move my account', 'It is my own address']);
  });

  it('is left by asking another address, which has to say yes', async () => {
    const { page, part } = await open([ONE]);
    await part.press(1);
    await page.settle();
    await expectAccessible(page.element);
    await (await part.field()).fill('ines@home.example');
    await part.send();
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: '/api/account/sign-in-address' });
    expect(call.request.body).toEqual({ email: 'ines@home.example' });
    call.flush(null, { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(await part.buttons()).toHaveLength(3);
  });

  it('is objected to in one’s own words; nothing is sent without any', async () => {
    const { page, part } = await open([ONE]);
    await part.press(2);
    await page.settle();
    await part.send();
    await page.settle();
    page.http.expectNone({ method: 'POST' });
    await (await part.field()).fill('This is my own name.');
    await part.send();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: '/api/account/claims/c1/objection' });
    expect(call.request.body).toEqual({ words: 'This is my own name.' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    page.http.expectOne('/api/account/claims').flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('Nobody claims your account');
  });

  it.each(CLAIMED_STATES.flatMap((state) => [[state, 'en', en] as const, [state, 'de', de] as const]))('has words for %s (%s)', async (state, _, texts) => {
    const { page } = await open([{ ...ONE, state }], texts);
    expect(page.text()).not.toContain('organizations.');
  });

  it.each(OBJECTION_STATES.flatMap((state) => [[state, en] as const, [state, de] as const]))('shows what became of an objection: %s', async (state, texts) => {
    const objection = { state, madeAt: ONE.toldAt, answerBy: ONE.takesForceAt, answer: 'It was bought for work.' };
    const { page } = await open([{ ...ONE, state: 'objected', objection }], texts);
    expect(page.text()).toContain('It was bought for work.');
    expect(page.text()).not.toContain('organizations.');
    await expectAccessible(page.element);
  });
});
