import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { SystemToken } from '@smartpar/members/model';
import { ConfirmByTyping } from '@smartpar/platform/ui';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../testing/src';
import en from '../usage/i18n/en.json' with { type: 'json' };
import { SystemTokens } from './system-tokens';

const ADDRESS = `/api/organizations/${ORGANIZATION}/system-tokens`;

const token = (facts: Partial<SystemToken> = {}): SystemToken => ({
  ...{ id: 't1', name: 'The app', scope: 'usage', state: 'live', hint: 'x7Qa', createdAt: '2026-03-02T09:00:00Z', expiresAt: '2026-06-02T09:00:00Z' },
  ...{ revokedAt: null, replacedBy: null, lastUsedOn: null },
  ...facts,
});

async function open(items: readonly SystemToken[], actions = ['read', 'issue', 'rotate', 'revoke']) {
  const page = await mount(SystemTokens, {
    texts: { usage: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [provideAbilities(ORGANIZATION, [{ action: actions, subject: 'system-token' }])],
  });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  const press = async (words: string) => {
    const button = [...page.element.querySelectorAll('button')].find((one) => one.textContent?.trim() === words);
    if (button === undefined) throw new Error(`There is no button "${words}".`);
    button.click();
    await page.settle();
  };
  const again = async (...kept: readonly SystemToken[]) => {
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: kept });
    await page.settle();
  };
  return { page, press, again };
}

describe('tokens of other systems', () => {
  it.each<[Partial<SystemToken>, string]>([
    [{}, 'Ends in x7Qa. Works until 2 June 2026. Not used yet.'],
    [{ lastUsedOn: '2026-03-04' }, 'Last used on 4 March 2026.'],
    [{ state: 'replaced', replacedBy: 't2' }, 'Another one is in its place. This one works until 2 Jun 2026'],
    [{ state: 'expired' }, 'Its time was over on 2 June 2026.'],
    [{ state: 'revoked', revokedAt: '2026-03-05T09:00:00Z' }, 'Ended on 5 March 2026.'],
  ])('say how it stands with them: %j', async (facts, words) => {
    const { page } = await open([token(facts)]);
    expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it.each<[string, Partial<SystemToken>, string[]]>([
    ['one may only read', {}, ['read']],
    ['are over', { state: 'expired' }, ['read', 'issue', 'rotate', 'revoke']],
  ])('that %s cannot be replaced or ended', async (_, facts, actions) => {
    expect((await open([token(facts)], actions)).page.element.querySelectorAll('li button')).toHaveLength(0);
  });

  it('are made for a system, and shown this once', async () => {
    const { page, press, again } = await open([]);
    expect(page.text()).toContain('No other system is let in');
    await press('Let a system in');
    await press('Make the token');
    page.http.expectNone({ method: 'POST', url: ADDRESS });
    expect(page.text()).toContain('Say which system it is for.');
    await (await page.part(FieldHarness.labelled('Which system?'))).fill('The app');
    await expectAccessible(page.element);
    await press('Make the token');
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ name: 'The app', scope: 'usage', days: 90 });
    call.flush({ token: token(), text: 'spt_abc.def' });
    await page.settle();
    await again(token());
    expect(page.text()).toContain('spt_abc.def');
    await expectAccessible(page.element);
    await press('I have kept it');
    expect(page.text()).not.toContain('spt_abc.def');
  });

  it('are replaced, and the new one is shown this once', async () => {
    const { page, press, again } = await open([token()]);
    await press('Replace');
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/t1/rotation` });
    expect(call.request.body).toEqual({ days: 90, overlapHours: 24 });
    call.flush({ token: token({ id: 't2' }), text: 'spt_new.one' });
    await page.settle();
    await again(token({ id: 't2' }), token({ state: 'replaced', replacedBy: 't2' }));
    expect(page.text()).toContain('spt_new.one');
  });

  it('are ended, asked for once however often that is pressed', async () => {
    const { page, press, again } = await open([token()]);
    const ask = jest.spyOn(TestBed.inject(ConfirmByTyping), 'ask').mockResolvedValue(true);
    await press('End');
    await press('End');
    expect(ask.mock.calls[0]?.[0]).toMatchObject({ title: 'End the token of The app?', phrase: 'The app' });
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/t1` }).flush(null);
    await page.settle();
    await again(token({ state: 'revoked', revokedAt: '2026-03-05T09:00:00Z' }));
    expect(page.text()).toContain('Ended on 5 March 2026.');
  });

  it('go on working where somebody thinks better of ending one', async () => {
    const { page, press } = await open([token()]);
    jest.spyOn(TestBed.inject(ConfirmByTyping), 'ask').mockResolvedValue(false);
    await press('End');
    page.http.expectNone({ method: 'DELETE', url: `${ADDRESS}/t1` });
  });

  it('say so where one was over already', async () => {
    const { page, press, again } = await open([token()]);
    await press('Replace');
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/t1/rotation` }).flush({ code: 'token.over' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    await again(token({ state: 'expired' }));
    expect(page.text()).toContain('This token no longer works');
  });
});
