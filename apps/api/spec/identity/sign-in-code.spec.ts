import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

const REFUSED = { status: 401, body: expect.objectContaining({ code: 'second-factor.refused' }) };
const STARTS_OVER = { status: 401, body: expect.objectContaining({ code: 'sign-in.starts_over' }) };

describe('signing in with a second factor', () => {
  it('first answers that a code is asked for, and nothing about the account', async () => {
    const { email } = await application.withFactor();
    const { status, body, cookies } = await application.browser().signIn(email, PASSWORD);
    expect([status, body]).toEqual([200, { codeWantedUntil: '2026-03-02T09:05:00Z' }]);
    expect(cookies.find((cookie) => cookie.startsWith('__Host-half-session='))).toMatch(/Max-Age=300.*HttpOnly.*Secure.*SameSite=Strict/);
    expect(cookies.some((cookie) => /^__Host-(session|device)=[^;]/.test(cookie))).toBe(false);
  });

  it('half a session can do nothing but give the code', async () => {
    const { email, app } = await application.withFactor();
    const half = await application.half(email);
    const secret = half.jar.get('__Host-half-session')!;
    const forged = application.browser();
    forged.jar.set('__Host-session', secret);
    for (const browser of [half, forged])
      for (const address of ['/api/session', '/api/account/sessions', '/api/account/second-factor']) expect((await browser.get(address)).status).toBe(401);
    expect((await half.post('/api/session/code', { code: app.next() })).body).toMatchObject({ account: { email }, secondFactor: true, onlyIn: null });
    expect(half.jar.has('__Host-half-session')).toBe(false);
    expect((await half.get('/api/account/sessions')).body.items).toHaveLength(2);
  });

  it('ends the session the browser had before', async () => {
    const { email, browser, app } = await application.withFactor();
    const old = browser.at(application.app);
    await browser.signIn(email, PASSWORD);
    await browser.post('/api/session/code', { code: app.next() });
    expect((await old.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('takes no code a second time, nor one from before it', async () => {
    const { email, app } = await application.withFactor();
    const used = app.next();
    const before = app.code(-1);
    expect((await application.signedInWith(email, used)).answer.status).toBe(200);
    for (const code of [used, before]) expect((await application.signedInWith(email, code)).answer).toMatchObject(REFUSED);
    expect((await application.signedInWith(email, app.next())).answer.status).toBe(200);
  });

  it('of the same code at the same time one opens', async () => {
    const { email, app } = await application.withFactor();
    const halves = await Promise.all([1, 2, 3].map(() => application.half(email)));
    const code = app.next();
    const answers = await Promise.all(halves.map((half) => half.post('/api/session/code', { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it('a sign-in sent twice opens once', async () => {
    const { email, app, recoveryCodes } = await application.withFactor();
    const half = await application.half(email);
    const other = half.at(application.app);
    expect((await half.post('/api/session/code', { code: app.next() })).status).toBe(200);
    expect(await other.post('/api/session/code', { code: recoveryCodes[0]! })).toMatchObject(STARTS_OVER);
  });

  it('answers alike whatever is wrong with a code, by the same words', async () => {
    const { email, app, recoveryCodes } = await application.withFactor();
    const used = app.next();
    await application.signedInWith(email, used);
    await application.signedInWith(email, recoveryCodes[0]!);
    const bodies = [];
    for (const code of ['000000', used, 'nonsense', recoveryCodes[0]!]) {
      const { answer } = await application.signedInWith(email, code);
      const { instance: _instance, ...told } = answer.body;
      bodies.push([answer.status, told]);
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('is over after five minutes, with a new password, and for anybody without the cookie', async () => {
    const { email, app, accountId } = await application.withFactor();
    const half = await application.half(email);
    application.time.advance({ minutes: 5 });
    expect(await half.post('/api/session/code', { code: app.code() })).toMatchObject(STARTS_OVER);
    const another = await application.half(email);
    application.time.advance({ seconds: 30 });
    await application.accounts.setPassword(accountId, 'another tidal lantern orbit');
    expect(await another.post('/api/session/code', { code: app.code() })).toMatchObject(STARTS_OVER);
    expect(await application.browser().post('/api/session/code', { code: app.code() })).toMatchObject(STARTS_OVER);
    const forged = application.browser();
    forged.jar.set('__Host-half-session', 'AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(await forged.post('/api/session/code', { code: app.code() })).toMatchObject(STARTS_OVER);
  });

  it('makes guessing slow, per account, and forgets it after the right code', async () => {
    const { email, app } = await application.withFactor();
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await application.signedInWith(email, '000000')).answer.status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    application.time.advance({ minutes: 1 });
    expect((await application.signedInWith(email, app.code())).answer.status).toBe(200);
    expect((await application.signedInWith(email, '000000')).answer.status).toBe(401);
  });

  it('a stranger\u2019s wrong codes do not keep out whoever signed in on this device before', async () => {
    const { email, app, browser } = await application.withFactor();
    for (let n = 0; n < 6; n++) await application.signedInWith(email, '000000');
    const known = application.browser();
    known.jar.set('__Host-device', browser.jar.get('__Host-device')!);
    await known.signIn(email, PASSWORD);
    expect((await known.post('/api/session/code', { code: app.next() })).status).toBe(200);
  });

  it('tells of a new device once the code was right, not before', async () => {
    const { email, app } = await application.withFactor();
    const news = async () => (await application.mailsTo(email)).filter(({ subject }) => subject === 'A sign-in from a new device').length;
    const before = await news();
    const half = await application.half(email);
    expect(await news()).toBe(before);
    await half.post('/api/session/code', { code: app.next() });
    expect(await news()).toBe(before + 1);
  });

  it('a new password by a mailed link still asks for the code', async () => {
    const { email, app } = await application.withFactor();
    await application.browser().post('/api/password-resets', { email });
    await application.browser().post('/api/password-resets/completion', { token: await application.tokenFor(email), newPassword: 'harbor violet tin cup' });
    const browser = application.browser();
    expect((await browser.signIn(email, 'harbor violet tin cup')).body.codeWantedUntil).toEqual(expect.any(String));
    expect((await browser.post('/api/session/code', { code: app.next() })).status).toBe(200);
  });

  it('writes down in the platform\u2019s log what was accepted and what was refused, without a code', async () => {
    const { accountId, email, app } = await application.withFactor();
    const code = app.next();
    await application.signedInWith(email, '000000');
    await application.signedInWith(email, code);
    const entries = (await application.log()).filter(({ actor_id }) => actor_id === accountId);
    const actions = entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['account.password-accepted', 'account.code-refused', 'account.code-accepted', 'account.signed-in']));
    expect(JSON.stringify(entries)).not.toContain(code);
  });
});
