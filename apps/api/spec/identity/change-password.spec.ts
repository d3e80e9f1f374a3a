import { newId } from '@smartpar/kernel';
import type { Browser } from './browser';
import { IdentityApplication, PASSWORD } from './identity-application';

const NEW_PASSWORD = 'gravel bottle nineteen swans';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

const change = (browser: Browser, change: object = {}, headers = {}) =>
  browser.put('/api/account/password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, ...change }, headers);

describe('changing the password', () => {
  it('keeps this session, ends all others, and tells by mail', async () => {
    const { email } = await application.anAccount();
    const [here, there] = [await application.signedIn(email), await application.signedIn(email)];
    expect((await change(here)).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await application.browser().signIn(email, PASSWORD)).status).toBe(401);
    expect((await application.browser().signIn(email, NEW_PASSWORD)).status).toBe(200);
    expect((await application.mailsTo(email)).map(({ template }) => template)).toContain('identity.password-changed');
  });

  it.each([
    ['the current one is wrong', { currentPassword: 'not mine at all' }, 'password.wrong', 'currentPassword'],
    ['the new one is short', { newPassword: 'kR9#mz' }, 'password.too_short', 'newPassword'],
    ['the new one is long', { newPassword: 'kR9#mz41Lw'.repeat(13) }, 'password.too_long', 'newPassword'],
    ['the new one is on every list', { newPassword: 'P@ssw0rd12345' }, 'password.common', 'newPassword'],
    ['the new one is easy to guess', { newPassword: 'qwertzuiopas' }, 'password.too_weak', 'newPassword'],
    ['the new one is one\u2019s own name', { newPassword: 'AnnabelWinter1' }, 'password.own_data', 'newPassword'],
    ['the new one is the organization', { newPassword: 'Sundermann-AG' }, 'password.own_data', 'newPassword'],
    ['nothing would change', { newPassword: PASSWORD }, 'password.unchanged', 'newPassword'],
  ])('is refused where %s, and nothing changes', async (_, message, code, field) => {
    const { accountId, email } = await application.anAccount({ name: 'Annabel Winter' });
    await application.accounts.linkMembership(accountId, {
      organizationId: newId(),
      memberId: newId(),
      organizationName: 'Sundermann AG',
      kind: 'tenant',
      status: 'active',
    });
    const [here, there] = [await application.signedIn(email), await application.signedIn(email)];
    const answer = await change(here, message);
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ field, code }] });
    expect((await there.get('/api/session')).status).toBe(200);
    expect((await application.browser().signIn(email, PASSWORD)).status).toBe(200);
  });

  it('makes whoever guesses at an open session wait', async () => {
    const browser = await application.signedIn();
    const statuses = [];
    for (let guess = 0; guess < 6; guess += 1) statuses.push((await change(browser, { currentPassword: `guess ${guess}` })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    application.time.advance({ seconds: 5 });
    expect((await change(browser)).status).toBe(204);
  });

  it('is done once, however often the call arrives', async () => {
    const { email } = await application.anAccount();
    const browser = await application.signedIn(email);
    const key = { 'idempotency-key': newId() };
    expect((await change(browser, {}, key)).status).toBe(204);
    expect((await change(browser, {}, key)).status).toBe(204);
    expect((await application.mailsTo(email)).filter(({ template }) => template === 'identity.password-changed')).toHaveLength(1);
  });

  it('leaves no fast hash of a password behind', async () => {
    const remembered = async (newPassword: string) => {
      const { accountId, email } = await application.anAccount();
      await change(await application.signedIn(email), { newPassword });
      return application.database.account(accountId, (tx) => tx.query<{ fingerprint: string }>('select fingerprint from account_idempotency_keys'));
    };
    const [first, second] = [await remembered(NEW_PASSWORD), await remembered('eleven muddy harbours')];
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  it('is refused to whoever is not signed in', async () => {
    expect((await change(application.browser())).status).toBe(401);
  });

  it('stands in the log, failures too', async () => {
    const { accountId, email } = await application.anAccount();
    const browser = await application.signedIn(email);
    const before = (await application.log()).length;
    await change(browser, { currentPassword: 'wrong' });
    await change(browser);
    expect((await application.log()).slice(before)).toEqual([
      { action: 'account.confirmation-failed', target_id: accountId, actor_kind: 'account', actor_id: accountId, facts: {} },
      { action: 'account.password-changed', target_id: accountId, actor_kind: 'account', actor_id: accountId, facts: { byLink: false } },
      { action: 'account.sessions-ended', target_id: accountId, actor_kind: 'account', actor_id: accountId, facts: { because: 'password-changed' } },
    ]);
  });
});

describe('typing the password again', () => {
  const confirm = (browser: Browser, password: string, headers = {}) => browser.post('/api/session/reauthentication', { password }, headers);

  it('makes the session fresh for ten minutes more', async () => {
    const browser = await application.signedIn();
    application.time.advance({ minutes: 30 });
    expect((await browser.get('/api/session')).body.freshUntil).toBe('2026-03-02T09:10:00Z');
    expect((await confirm(browser, PASSWORD)).body).toEqual({ freshUntil: '2026-03-02T09:40:00Z' });
    expect((await browser.get('/api/session')).body.freshUntil).toBe('2026-03-02T09:40:00Z');
  });

  it('opens the way to what is dangerous, which a session left open does not', async () => {
    const browser = await application.signedIn();
    expect((await browser.post('/api/danger', {})).status).toBe(204);
    application.time.advance({ minutes: 10, seconds: 1 });
    expect((await browser.post('/api/danger', {})).body).toMatchObject({ status: 403, code: 'reauthentication_required' });
    await confirm(browser, PASSWORD);
    expect((await browser.post('/api/danger', {})).status).toBe(204);
  });

  it('leaves other sessions of the account as they were', async () => {
    const { email } = await application.anAccount();
    const [here, there] = [await application.signedIn(email), await application.signedIn(email)];
    application.time.advance({ minutes: 30 });
    await confirm(here, PASSWORD);
    expect((await there.get('/api/session')).body.freshUntil).toBe('2026-03-02T09:10:00Z');
  });

  it('is answered the same when it arrives again, and does not freshen twice', async () => {
    const browser = await application.signedIn();
    const key = { 'idempotency-key': newId() };
    await confirm(browser, PASSWORD, key);
    application.time.advance({ minutes: 5 });
    expect((await confirm(browser, PASSWORD, key)).body).toEqual({ freshUntil: '2026-03-02T09:10:00Z' });
  });

  it('with a wrong password changes nothing, and slows down', async () => {
    const browser = await application.signedIn();
    application.time.advance({ minutes: 30 });
    const statuses = [];
    for (let guess = 0; guess < 6; guess += 1) statuses.push((await confirm(browser, `guess ${guess}`)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await browser.get('/api/session')).body.freshUntil).toBe('2026-03-02T09:10:00Z');
  });
});

describe('preferences', () => {
  it('change the language of screens and mails', async () => {
    const { email } = await application.anAccount({ locale: 'en' });
    const browser = await application.signedIn(email);
    expect((await browser.put('/api/account/preferences', { locale: 'de' })).body).toEqual({ locale: 'de' });
    expect((await browser.get('/api/session')).body.account.locale).toBe('de');
    await change(browser);
    expect((await application.mailsTo(email)).at(-1)?.subject).toBe('Ihr Passwort wurde geändert');
  });

  it('that are left out stay', async () => {
    const browser = await application.signedIn((await application.anAccount({ locale: 'de' })).email);
    expect((await browser.put('/api/account/preferences', {})).body).toEqual({ locale: 'de' });
  });

  it.each([[{ locale: 'fr' }], [{ locale: null }], [{ theme: 'dark' }]])('refuse %j', async (wrong) => {
    expect((await (await application.signedIn()).put('/api/account/preferences', wrong)).status).toBe(422);
  });
});
