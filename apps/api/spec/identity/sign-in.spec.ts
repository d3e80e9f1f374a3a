import { newId } from '@smartpar/kernel';
import { Browser } from './browser';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
afterAll(() => application.stop());

const sessionCookie = (cookies: readonly string[]): string => cookies.find((cookie) => cookie.startsWith('__Host-session='))!;

describe('signing in', () => {
  it('answers who it is, and where they may go', async () => {
    const { accountId, email } = await application.anAccount({ name: 'Annabel Winter', locale: 'de' });
    const membership = { organizationId: newId(), memberId: newId(), organizationName: 'Nordwind', kind: 'tenant' } as const;
    await application.accounts.linkMembership(accountId, { ...membership, status: 'active' });
    application.actors.roles.set(membership.organizationId, ['privacy-officer']);
    const answer = await application.browser().signIn(email, PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      account: { id: accountId, email, name: 'Annabel Winter', locale: 'de' },
      sessionId: expect.any(String),
      sharedComputer: false,
      endsAt: '2026-04-01T09:00:00Z',
      freshUntil: '2026-03-02T09:10:00Z',
      secondFactor: false,
      onlyIn: null,
      memberships: [{ ...membership, roles: ['privacy-officer'], mayEnter: true, factorFrom: null }],
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['other capitals', (email: string) => email.toUpperCase()],
    ['spaces around it', (email: string) => `  ${email} `],
  ])('takes the address with %s', async (_, spelled) => {
    const { email } = await application.anAccount();
    expect((await application.browser().signIn(spelled(email), PASSWORD)).status).toBe(200);
  });

  it('hands out a cookie that scripts, plain http and other sites cannot have', async () => {
    const { email } = await application.anAccount();
    const { cookies } = await application.browser().signIn(email, PASSWORD);
    const attributes = sessionCookie(cookies).split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'Path=/', 'SameSite=Strict', 'Max-Age=2592000']));
    expect(attributes.some((attribute) => attribute.startsWith('Domain'))).toBe(false);
  });

  it('on a shared computer leaves a cookie that goes with the browser, and nothing to know it again by', async () => {
    const { email } = await application.anAccount();
    const { cookies, body } = await application.browser().signIn(email, PASSWORD, { sharedComputer: true });
    expect(sessionCookie(cookies)).not.toMatch(/Max-Age|Expires/);
    expect(cookies).toHaveLength(1);
    expect(body).toMatchObject({ sharedComputer: true, endsAt: '2026-03-02T17:00:00Z' });
  });

  it('stores the secret as a hash only', async () => {
    const { accountId, email } = await application.anAccount();
    const browser = application.browser();
    await browser.signIn(email, PASSWORD);
    const secret = browser.jar.get('__Host-session')!.split('.')[1]!;
    const stored = await application.database.account(accountId, (tx) =>
      tx.query<{ bytes: number; row: string }>('select length(secret_hash) as bytes, to_jsonb(s)::text as row from sessions s'),
    );
    expect(stored).toEqual([{ bytes: 32, row: expect.not.stringContaining(secret) }]);
  });

  it('takes no session id from outside: the cookie is new each time, and the one before is over', async () => {
    const { email } = await application.anAccount();
    const browser = application.browser();
    await browser.signIn(email, PASSWORD);
    const before = browser.jar.get('__Host-session')!;
    const old = new Browser(application.app);
    old.jar.set('__Host-session', before);
    await browser.signIn(email, PASSWORD);
    expect(browser.jar.get('__Host-session')).not.toBe(before);
    expect((await browser.get('/api/session')).status).toBe(200);
    expect((await old.get('/api/session')).status).toBe(401);
  });

  it('ignores a planted cookie', async () => {
    const { accountId, email } = await application.anAccount();
    const planted = `${Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')}.${'A'.repeat(43)}`;
    const browser = application.browser();
    browser.jar.set('__Host-session', planted);
    expect((await browser.get('/api/session')).status).toBe(401);
    await browser.signIn(email, PASSWORD);
    expect(browser.jar.get('__Host-session')).not.toBe(planted);
  });

  it.each([
    ['a wrong password', (email: string) => ({ email, password: 'tidal lantern orbit mosS' })],
    ['an unknown address', () => ({ email: 'nobody@nordwind.example', password: PASSWORD })],
    ['an address with a space inside', (email: string) => ({ email: email.replace('@', '@x'), password: PASSWORD })],
  ])('refuses %s in the same words', async (_, wrong) => {
    const { email } = await application.anAccount();
    const answer = await application.browser().post('/api/session', wrong(email));
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ code: 'sign-in.refused', detail: expect.stringContaining('address or the password') });
    expect(answer.cookies).toEqual([]);
  });

  it('refuses an account that has no password yet', async () => {
    const { email } = await application.anAccount({ password: undefined });
    expect((await application.browser().signIn(email, '')).status).toBe(422);
    expect((await application.browser().signIn(email, PASSWORD)).body).toMatchObject({ status: 401, code: 'sign-in.refused' });
  });

  it.each([
    ['an unknown field', { email: 'a@b.example', password: 'x', remember: true }, 'remember'],
    ['a missing password', { email: 'a@b.example' }, 'password'],
    ['a list for a password', { email: 'a@b.example', password: ['x'] }, 'password'],
    ['control characters', { email: 'a@b.example', password: 'a\u0007b' }, 'password'],
    ['an endless password', { email: 'a@b.example', password: 'x'.repeat(600) }, 'password'],
  ])('says what is wrong with %s', async (_, body, field) => {
    const answer = await application.browser().post('/api/session', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field })]);
    expect(answer.text).not.toContain('x'.repeat(50));
  });

  it('is refused from another site', async () => {
    const { email } = await application.anAccount();
    const answer = await application.browser().post('/api/session', { email, password: PASSWORD }, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(answer.cookies).toEqual([]);
  });

  it('puts a weak hash of earlier days under the cost of today', async () => {
    const { accountId, email } = await application.anAccount();
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
    const stored = () => application.database.account(accountId, (tx) => tx.query<{ password_hash: string }>('select password_hash from credentials'));
    await application.database.account(accountId, (tx) => tx.query('update credentials set password_hash = $1', [weak]));
    expect((await application.browser().signIn(email, PASSWORD)).status).toBe(200);
    const [after] = await stored();
    expect(after!.password_hash).toMatch(/m=32768,t=3/);
    expect((await application.browser().signIn(email, PASSWORD)).status).toBe(200);
  });
});

describe('the log', () => {
  it('says who signed in, and of failures whose account at most; never an address', async () => {
    const { accountId, email } = await application.anAccount();
    const before = (await application.log()).length;
    await application.browser().signIn(email, 'wrong password it is');
    await application.browser().signIn('nobody-at-all@nordwind.example', PASSWORD);
    await application.browser().signIn(email, PASSWORD);
    const entries = (await application.log()).slice(before);
    expect(entries).toEqual([
      { action: 'account.sign-in-failed', target_id: accountId, actor_kind: 'nobody', actor_id: null, facts: {} },
      { action: 'account.sign-in-failed', target_id: 'unknown', actor_kind: 'nobody', actor_id: null, facts: {} },
      {
        action: 'account.signed-in',
        target_id: expect.any(String),
        actor_kind: 'account',
        actor_id: accountId,
        facts: { sharedComputer: false, deviceKnown: false },
      },
    ]);
    expect(JSON.stringify(await application.log())).not.toContain('@');
  });
});

describe('a mail about a new device', () => {
  it('comes once for each, in the language of the account', async () => {
    const { email } = await application.anAccount({ locale: 'de' });
    const browser = application.browser();
    await browser.signIn(email, PASSWORD);
    await browser.signIn(email, PASSWORD);
    const mails = await application.mailsTo(email);
    expect(mails).toEqual([expect.objectContaining({ template: 'identity.new-sign-in', subject: 'Eine Anmeldung auf einem neuen Gerät' })]);
    expect(mails[0]!.text).toContain('Firefox auf Windows');
  });

  it('comes each time on a shared computer', async () => {
    const { email } = await application.anAccount();
    const browser = application.browser();
    await browser.signIn(email, PASSWORD, { sharedComputer: true });
    await browser.signIn(email, PASSWORD, { sharedComputer: true });
    expect(await application.mailsTo(email)).toHaveLength(2);
  });

  it('does not stay away because somebody else is known on that device', async () => {
    const [one, other] = [await application.anAccount(), await application.anAccount()];
    const browser = application.browser();
    await browser.signIn(one.email, PASSWORD);
    await browser.signIn(other.email, PASSWORD);
    expect(await application.mailsTo(other.email)).toHaveLength(1);
  });
});
