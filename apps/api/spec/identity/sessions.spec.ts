import { newId } from '@smartpar/kernel';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

const OWN = { sharedComputer: false };
const SHARED = { sharedComputer: true };

describe('a session', () => {
  it.each([
    ['12 hours', OWN, { hours: 11, minutes: 59, seconds: 59 }, { seconds: 1 }],
    ['15 minutes on a shared computer', SHARED, { minutes: 14, seconds: 59 }, { seconds: 1 }],
  ])('ends after %s without use', async (_, kind, almost, rest) => {
    const [used, left] = [await application.signedIn(undefined, kind), await application.signedIn(undefined, kind)];
    application.time.advance(almost);
    expect((await used.get('/api/session')).status).toBe(200);
    application.time.advance(rest);
    expect((await left.get('/api/session')).status).toBe(401);
    expect((await used.get('/api/session')).status).toBe(200);
  });

  it.each([
    ['30 days', OWN, { hours: 11 }, 65],
    ['8 hours on a shared computer', SHARED, { minutes: 14 }, 34],
  ])('ends after %s, however much it is used', async (_, kind, step, times) => {
    const browser = await application.signedIn(undefined, kind);
    for (let used = 0; used < times; used += 1) {
      application.time.advance(step);
      expect((await browser.get('/api/session')).status).toBe(200);
    }
    application.time.advance(step);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('cannot be prolonged by setting the cookie again', async () => {
    const browser = await application.signedIn(undefined, SHARED);
    application.time.advance({ hours: 8 });
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/account/sessions')).body).toMatchObject({ code: 'not_signed_in' });
  });

  it('has its use written down once a minute', async () => {
    const { accountId, email } = await application.anAccount();
    const browser = await application.signedIn(email);
    const lastSeen = async () =>
      (await application.database.account(accountId, (tx) => tx.query<{ at: Date }>('select last_seen_at as at from sessions')))[0]!.at.toISOString();
    application.time.advance({ seconds: 59 });
    await browser.get('/api/session');
    expect(await lastSeen()).toBe('2026-03-02T09:00:00.000Z');
    application.time.advance({ seconds: 1 });
    await browser.get('/api/session');
    expect(await lastSeen()).toBe('2026-03-02T09:01:00.000Z');
  });

  it('needs no statement to be recognized again within the minute', async () => {
    const browser = await application.signedIn();
    await browser.get('/api/session');
    const account = jest.spyOn(application.database, 'account');
    await browser.get(`/api/account/sessions/${newId()}`);
    expect(account).not.toHaveBeenCalled();
  });
});

describe('the list of sessions', () => {
  it('says where one is signed in, by device and network but never by address', async () => {
    const { email } = await application.anAccount();
    const browser = application.browser();
    const phone = application.browser();
    phone.network = '2001:db8:1:2:3:4:5:6';
    phone.userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
    await phone.signIn(email, PASSWORD, SHARED);
    application.time.advance({ minutes: 5 });
    await browser.signIn(email, PASSWORD);
    const answer = await browser.get('/api/account/sessions');
    expect(answer.body.items).toEqual([
      {
        id: expect.any(String),
        browser: 'Firefox',
        system: 'Windows',
        network: '203.0.113.0/24',
        sharedComputer: false,
        createdAt: '2026-03-02T09:05:00Z',
        lastSeenAt: '2026-03-02T09:05:00Z',
        current: true,
      },
      expect.objectContaining({ browser: 'Safari', system: 'iOS', network: '2001:db8:1:2::/64', sharedComputer: true, current: false }),
    ]);
    expect(answer.text).not.toMatch(/203\.0\.113\.7|3:4:5:6/);
  });

  it('leaves out what is over, and forgets it at the next sign-in', async () => {
    const { accountId, email } = await application.anAccount();
    await application.signedIn(email, SHARED);
    application.time.advance({ hours: 1 });
    const browser = await application.signedIn(email);
    expect((await browser.get('/api/account/sessions')).body.items).toHaveLength(1);
    expect(await application.database.account(accountId, (tx) => tx.query('select from sessions'))).toHaveLength(1);
  });

  it('is refused to whoever is not signed in', async () => {
    for (const url of ['/api/session', '/api/account/sessions'])
      expect((await application.browser().get(url)).body).toMatchObject({ status: 401, code: 'not_signed_in' });
  });
});

describe('ending sessions', () => {
  it('signs out here, and takes the cookie back', async () => {
    const browser = await application.signedIn();
    const before = browser.at(application.app);
    const answer = await browser.delete('/api/session');
    expect(answer.status).toBe(204);
    expect(answer.cookies[0]).toMatch(/^__Host-session=;.*Expires=Thu, 01 Jan 1970/);
    expect(browser.jar.has('__Host-session')).toBe(false);
    expect((await before.get('/api/session')).status).toBe(401);
  });

  it('ends one in another place, at once, and tells by mail', async () => {
    const { email } = await application.anAccount();
    const [here, there] = [await application.signedIn(email), await application.signedIn(email)];
    const other = (await here.get('/api/account/sessions')).body.items.find((line: { current: boolean }) => !line.current);
    expect((await here.delete(`/api/account/sessions/${other.id}`)).status).toBe(204);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await application.mailsTo(email)).at(-1)).toMatchObject({ subject: 'A session was ended' });
  });

  it('ends all others, at once, and tells by mail', async () => {
    const { email } = await application.anAccount();
    const [here, ...others] = [await application.signedIn(email), await application.signedIn(email), await application.signedIn(email)];
    expect((await here.delete('/api/account/sessions')).status).toBe(204);
    for (const other of others) expect((await other.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await application.mailsTo(email)).at(-1)?.text).toContain('2 sessions');
  });

  it('does it once, however often the call arrives', async () => {
    const { email } = await application.anAccount();
    const [here] = [await application.signedIn(email), await application.signedIn(email)];
    const other = (await here.get('/api/account/sessions')).body.items.find((line: { current: boolean }) => !line.current);
    const key = { 'idempotency-key': newId() };
    expect((await here.delete(`/api/account/sessions/${other.id}`, key)).status).toBe(204);
    expect((await here.delete(`/api/account/sessions/${other.id}`, key)).status).toBe(204);
    expect((await here.delete(`/api/account/sessions/${newId()}`, key)).body).toMatchObject({ code: 'idempotency.key_reused' });
    expect((await application.mailsTo(email)).filter(({ template }) => template === 'identity.sessions-ended')).toHaveLength(1);
  });

  it.each([
    ['of somebody else', async () => (await (await application.signedIn()).get('/api/account/sessions')).body.items[0].id as string],
    ['that never was', () => Promise.resolve(newId())],
    ['that is no id', () => Promise.resolve('1%20or%201=1')],
  ])('finds nothing for a session %s', async (_, id) => {
    const mine = await application.signedIn();
    const answer = await mine.delete(`/api/account/sessions/${await id()}`);
    expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('leaves the session of somebody else alive', async () => {
    const [mine, theirs] = [await application.signedIn(), await application.signedIn()];
    await mine.delete(`/api/account/sessions/${(await theirs.get('/api/session')).body.sessionId}`);
    await mine.delete('/api/account/sessions');
    expect((await theirs.get('/api/session')).status).toBe(200);
  });

  it('wants a key for each act', async () => {
    const browser = await application.signedIn();
    expect((await browser.delete('/api/account/sessions', { 'idempotency-key': '' })).body).toMatchObject({ code: 'idempotency.key_missing' });
  });

  it('stands in the log without a name', async () => {
    const { accountId, email } = await application.anAccount();
    const browser = await application.signedIn(email);
    const id = (await browser.get('/api/session')).body.sessionId;
    await browser.delete('/api/session');
    expect((await application.log()).at(-1)).toEqual({ action: 'account.signed-out', target_id: id, actor_kind: 'account', actor_id: accountId, facts: {} });
  });
});
