import type { GrantView } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { grantView, previewExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import explain from '../../explain/i18n/en.json' with { type: 'json' };
import roles from '../../roles/i18n/en.json' with { type: 'json' };
import granting from '../i18n/en.json' with { type: 'json' };
import { GrantPage } from './grant-page';

const GRANT = '/api/organizations/o1/grants/g1';

async function open(facts: Partial<GrantView> = {}, reads = ['grant']) {
  const page = await mount(GrantPage, {
    texts: { access, granting, roles, explain },
    inputs: { organizationId: 'o1', grantId: 'g1' },
    providers: [provideAbilities('o1', [{ action: ['read', 'decide'], subject: reads }])],
  });
  page.http.expectOne(GRANT).flush(grantView(facts));
  await page.settle();
  const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const button = (words: string) => [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  return { page, press, button };
}

describe('a request for access', () => {
  it('has everything that is needed to decide on one page', async () => {
    const { page } = await open();
    for (const said of ['M-10407: All contact data and Name', 'Everybody at Hamburg', 'Keeping accounts safe', 'An odd sign-in has to be looked into.']) {
      expect(page.text()).toContain(said);
    }
    await expectAccessible(page.element);
  });

  it('says what a yes would make different, to those who may be told', async () => {
    const { page } = await open({}, ['grant', 'role-assignment', 'standing-grant']);
    const call = page.http.expectOne(({ url }) => url.endsWith('/explanation/preview'));
    expect(call.request.body).toMatchObject({ kind: 'grant', mode: grantView().mode, purposes: grantView().purposes });
    call.flush(previewExample({ abilities: { gained: [], lost: [] } }));
    await page.settle();
    expect(page.text()).toContain('M-10422 would then also see:');
    await expectAccessible(page.element);
  });

  it.each([
    ['a', 'Allow'],
    ['d', 'Refuse'],
  ])('is two keystrokes away from a decision: %s goes to %s', async (key, words) => {
    const { press, button } = await open();
    press(key);
    expect(document.activeElement).toBe(button(words));
  });

  it('is allowed as it was asked for', async () => {
    const { page, button } = await open();
    button('Allow')?.click();
    const sent = page.http.expectOne(`${GRANT}/approval`);
    expect(sent.request.body).toEqual({});
    sent.flush({ grantId: 'g1', standing: 'live' });
    await page.settle();
    page.http.expectOne(GRANT).flush(grantView({ standing: 'live', may: { decide: false, withdraw: false, revoke: true } }));
    await page.settle();
    expect(page.text()).toContain('In force');
  });

  it('is allowed with less', async () => {
    const { page, button } = await open();
    for (const value of ['user.name', 'support']) page.element.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
    [...page.element.querySelectorAll('label')].find(({ textContent }) => textContent.includes('Only behind a button'))?.click();
    await page.settle();
    button('Allow')?.click();
    expect(page.http.expectOne(`${GRANT}/approval`).request.body).toEqual({ categories: ['user.contact'], purposes: ['security'], mode: 'on-reveal' });
  });

  it('is not allowed where nothing of it is left', async () => {
    const { page, button } = await open({ categories: ['user.name'] });
    page.element.querySelector<HTMLInputElement>('input[value="user.name"]')?.click();
    await page.settle();
    button('Allow')?.click();
    await page.settle();
    expect(page.text()).toContain('Leave at least one kind of data');
    page.http.expectNone(`${GRANT}/approval`);
  });

  it('is refused with a reason that is ready', async () => {
    const { page, button } = await open();
    button('Refuse')?.click();
    expect(page.http.expectOne(`${GRANT}/refusal`).request.body).toEqual({ reason: granting.decide.refusals.notNeeded });
  });

  it('that somebody else decided first is read again, and says so', async () => {
    const { page, button } = await open();
    button('Allow')?.click();
    page.http.expectOne(`${GRANT}/approval`).flush({ code: 'decision.decided', status: 409 }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Somebody else was faster');
    page.http.expectOne(GRANT);
  });

  it('of one’s own says who has to decide instead', async () => {
    const { page } = await open({ may: { decide: false, withdraw: false, revoke: false }, obstacle: 'concerned' });
    expect(page.text()).toContain('Somebody else has to decide.');
    await expectAccessible(page.element);
  });
});

describe('a grant', () => {
  it('is ended with a reason, and not without', async () => {
    const { page, button } = await open({ standing: 'live', may: { decide: false, withdraw: false, revoke: true } });
    button('End it now')?.click();
    await page.settle();
    expect(page.text()).toContain('Say it in at least 10 characters.');
    const reason = page.element.querySelector('textarea');
    if (reason === null) throw new Error('There is no place for a reason.');
    reason.value = 'The case is closed.';
    reason.dispatchEvent(new Event('input'));
    await page.settle();
    button('End it now')?.click();
    expect(page.http.expectOne(`${GRANT}/revocation`).request.body).toEqual({ reason: 'The case is closed.' });
    await expectAccessible(page.element);
  });

  it('that is over tells its story', async () => {
    const by = { memberId: 'm1', number: 10_401 };
    const { page } = await open({
      standing: 'revoked',
      may: { decide: false, withdraw: false, revoke: false },
      decision: { at: '2026-03-02T10:00:00Z', by, inPlaceOf: { memberId: 'm2', number: 10_402 }, narrowed: true, words: null },
      revocation: { at: '2026-03-02T11:00:00Z', by, words: 'Not needed any more.' },
      lastUsedAt: '2026-03-02T10:30:00Z',
    });
    for (const said of [
      'M-10401 allowed less than was asked for.',
      'They stood in for M-10402.',
      'M-10401 ended it:',
      'Not needed any more.',
      'Nothing is left',
    ]) {
      expect(page.text()).toContain(said);
    }
  });
});
