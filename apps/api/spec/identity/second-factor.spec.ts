import { randomUUID } from 'node:crypto';
import { prepared, setUpFactor } from './authenticator';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

const templatesTo = async (email: string) => (await application.mailsTo(email)).map(({ subject }) => subject);
const actionsOf = async (accountId: string) => (await application.log()).filter(({ actor_id }) => actor_id === accountId).map(({ action }) => action);

describe('setting a second factor up', () => {
  it('shows a secret in words and for a picture, and counts once its first code was given', async () => {
    const { email, accountId } = await application.anAccount();
    const browser = await application.signedIn(email);
    const { body, headers } = await browser.post('/api/account/second-factor/preparation', {});
    expect(body).toEqual({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringContaining(`secret=${body.secret}`),
      expiresAt: '2026-03-02T09:30:00Z',
    });
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/SmartPAR/);
    expect(headers['cache-control']).toBe('no-store');
    expect((await browser.get('/api/account/second-factor')).body).toMatchObject({ since: null });
    const { recoveryCodes } = await setUpFactor(browser, application.time);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await browser.get('/api/account/second-factor')).body).toEqual({
      since: '2026-03-02T09:00:00Z',
      recoveryCodesLeft: 10,
      privateAddress: null,
      unconfirmedAddress: null,
    });
    expect(await templatesTo(email)).toContain('A second factor was set up');
    expect(await actionsOf(accountId)).toEqual(expect.arrayContaining(['account.second-factor-set-up', 'account.recovery-codes-made']));
  });

  it('stores the secret sealed and the recovery codes as hashes', async () => {
    const { accountId, recoveryCodes } = await application.withFactor();
    const [row] = await application.database.account(accountId, (tx) =>
      tx.query<{ sealed: string; bytes: number; codes: string }>(
        `select f.sealed_secret as sealed, length(c.code_hash) as bytes, (select jsonb_agg(r)::text from recovery_codes r) as codes
         from second_factors f cross join recovery_codes c limit 1`,
      ),
    );
    expect(row).toMatchObject({ sealed: expect.stringMatching(new RegExp(`^1\\.${application.keys.currentId}\\.`)), bytes: 32 });
    for (const code of recoveryCodes) expect(row!.codes).not.toContain(code.replaceAll('-', ''));
  });

  it('wants a proof of identity not long ago', async () => {
    const browser = await application.signedIn();
    application.time.advance({ minutes: 11 });
    expect((await browser.post('/api/account/second-factor/preparation', {})).body.code).toBe('reauthentication_required');
  });

  it('takes a code of half a minute ago, and none of another secret or a minute ago', async () => {
    const browser = await application.signedIn();
    const app = await prepared(browser, application.time);
    for (const code of [app.code(-2), app.code(2), '000000', 'no code', app.code().slice(0, 5)])
      expect((await browser.put('/api/account/second-factor', { code })).body.errors).toEqual([
        expect.objectContaining({ field: 'code', code: 'second-factor.wrong' }),
      ]);
    application.time.advance({ minutes: 1 });
    expect((await browser.put('/api/account/second-factor', { code: app.code(-1) })).status).toBe(200);
  });

  it('makes guessing at the first code slow', async () => {
    const browser = await application.signedIn();
    await prepared(browser, application.time);
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await browser.put('/api/account/second-factor', { code: '000000' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('forgets a secret that waited too long, and one that was prepared again', async () => {
    const browser = await application.signedIn();
    const first = await prepared(browser, application.time);
    const second = await prepared(browser, application.time);
    expect((await browser.put('/api/account/second-factor', { code: first.code() })).status).toBe(422);
    application.time.advance({ minutes: 31 });
    expect((await browser.put('/api/account/second-factor', { code: second.code() })).body.code).toBe('second-factor.nothing_prepared');
  });

  it('sent twice is done once: the secret is the same, and recovery codes are shown once', async () => {
    const { email } = await application.anAccount();
    const browser = await application.signedIn(email);
    const key = { 'idempotency-key': randomUUID() };
    const [one, two] = await Promise.all([
      browser.post('/api/account/second-factor/preparation', {}, key),
      browser.post('/api/account/second-factor/preparation', {}, key),
    ]);
    expect(one.body).toEqual(two.body);
    const app = await prepared(browser, application.time);
    const again = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2].map(() => browser.put('/api/account/second-factor', { code: app.code() }, again)));
    expect(answers.map(({ status, body }) => [status, body.recoveryCodes.length]).toSorted()).toEqual([
      [200, 0],
      [200, 10],
    ]);
    expect((await templatesTo(email)).filter((subject) => subject === 'A second factor was set up')).toHaveLength(1);
  });

  it('ends the other sessions where the person wishes, and leaves them otherwise', async () => {
    const { email } = await application.anAccount();
    const [here, elsewhere] = [await application.signedIn(email), await application.signedIn(email)];
    await setUpFactor(here, application.time);
    expect((await elsewhere.get('/api/session')).status).toBe(200);
    await setUpFactor(here, application.time, { endOtherSessions: true });
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
  });

  it('leaves no other session fresh, which could put a second factor of its own in place', async () => {
    const { email } = await application.anAccount();
    const [here, elsewhere] = [await application.signedIn(email), await application.signedIn(email)];
    await setUpFactor(here, application.time);
    application.time.advance({ seconds: 1 });
    expect((await elsewhere.post('/api/account/second-factor/preparation', {})).body.code).toBe('reauthentication_required');
  });

  it('a new one takes the place of the old, codes and all', async () => {
    const { browser, email, app, recoveryCodes } = await application.withFactor();
    const renewed = await setUpFactor(browser, application.time);
    expect((await application.signedInWith(email, app.next())).answer.status).toBe(401);
    expect((await application.signedInWith(email, recoveryCodes[0]!)).answer.status).toBe(401);
    expect((await application.signedInWith(email, renewed.app.next())).answer.status).toBe(200);
    expect(await templatesTo(email)).toContain('Your second factor was replaced');
  });
});

describe('turning it off', () => {
  it('wants a proof of identity not long ago, and then asks for the password alone', async () => {
    const { browser, email, app } = await application.withFactor();
    application.time.advance({ minutes: 11 });
    expect((await browser.delete('/api/account/second-factor')).body.code).toBe('reauthentication_required');
    expect((await browser.post('/api/session/reauthentication', { password: PASSWORD, code: app.code() })).status).toBe(200);
    expect((await browser.delete('/api/account/second-factor')).status).toBe(204);
    expect((await application.browser().signIn(email, PASSWORD)).body.sessionId).toEqual(expect.any(String));
    expect(await templatesTo(email)).toContain('Your second factor was turned off');
  });

  it('where there is none says so', async () => {
    const browser = await application.signedIn();
    expect((await browser.delete('/api/account/second-factor')).body.code).toBe('second-factor.none');
    expect((await browser.post('/api/account/recovery-codes', {})).body.code).toBe('second-factor.none');
  });
});

describe('an operator who checked who asks', () => {
  it('removes what its holder lost: sessions end, the password is enough, and the holder is told', async () => {
    const { browser, email, accountId, recoveryCodes } = await application.withFactor();
    const half = await application.half(email);
    await application.accounts.removeSecondFactor(accountId);
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await half.post('/api/session/code', { code: recoveryCodes[0]! })).status).toBe(401);
    expect((await application.browser().signIn(email, PASSWORD)).body.sessionId).toEqual(expect.any(String));
    expect(await templatesTo(email)).toContain('Your second factor was removed');
    await expect(application.accounts.removeSecondFactor(accountId)).rejects.toMatchObject({ code: 'second-factor.none' });
  });
});

describe('recovery codes', () => {
  it('work once each, are told by mail, and say how many are left', async () => {
    const { email, recoveryCodes, browser } = await application.withFactor();
    expect((await application.signedInWith(email, recoveryCodes[3]!.toLowerCase())).answer.status).toBe(200);
    expect((await application.signedInWith(email, recoveryCodes[3]!)).answer.body.code).toBe('second-factor.refused');
    expect((await browser.get('/api/account/second-factor')).body.recoveryCodesLeft).toBe(9);
    expect(await templatesTo(email)).toContain('A recovery code was used');
  });

  it('used twice at the same time open once', async () => {
    const { email, recoveryCodes } = await application.withFactor();
    const halves = [await application.half(email), await application.half(email)];
    const answers = await Promise.all(halves.map((half) => half.post('/api/session/code', { code: recoveryCodes[0]! })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('can be renewed: the earlier ones are void', async () => {
    const { browser, email, recoveryCodes } = await application.withFactor();
    const { status, body } = await browser.post('/api/account/recovery-codes', {});
    expect([status, body.recoveryCodes.length]).toEqual([201, 10]);
    expect((await application.signedInWith(email, recoveryCodes[0]!)).answer.status).toBe(401);
    expect((await application.signedInWith(email, body.recoveryCodes[0])).answer.status).toBe(200);
    expect(await templatesTo(email)).toContain('You have new recovery codes');
  });

  it('one account\u2019s open no other', async () => {
    const [one, other] = [await application.withFactor(), await application.withFactor()];
    expect((await application.signedInWith(one.email, other.recoveryCodes[0]!)).answer.status).toBe(401);
  });
});

describe('confirming an act', () => {
  it('asks for the code beside the password, and says which of them is wrong', async () => {
    const { browser, app } = await application.withFactor();
    const confirm = (message: object) => browser.post('/api/session/reauthentication', message);
    expect((await confirm({ password: PASSWORD })).body.errors).toEqual([expect.objectContaining({ field: 'code' })]);
    expect((await confirm({ password: 'wrong', code: app.next() })).body.errors).toEqual([expect.objectContaining({ field: 'password' })]);
    expect((await confirm({ password: PASSWORD, code: '000000' })).body.code).toBe('second-factor.wrong');
    expect((await confirm({ password: PASSWORD, code: app.code() })).status).toBe(200);
    expect((await confirm({ password: PASSWORD, code: app.code() })).status).toBe(422);
  });
});

describe('after the keys were rotated', () => {
  it('older keys still open, and every secret comes under the new one', async () => {
    const { email, app, accountId } = await application.withFactor();
    const sealedBy = async () => {
      const rows = await application.database.account(accountId, (tx) =>
        tx.query<{ key: string }>(`select split_part(sealed_secret, '.', 2) as key from second_factors`),
      );
      return rows.map(({ key }) => key);
    };
    const before = application.keys.currentId;
    await application.rotateKeys();
    expect((await application.signedInWith(email, app.next())).answer.status).toBe(200);
    expect(await sealedBy()).toEqual([before]);
    expect(await application.reseal.run()).toBeGreaterThan(0);
    expect(await sealedBy()).toEqual([application.keys.currentId]);
    expect(await application.reseal.run()).toBe(0);
    expect((await application.signedInWith(email, app.next())).answer.status).toBe(200);
  });
});
