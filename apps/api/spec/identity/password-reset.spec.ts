import { newId } from '@smartpar/kernel';
import { KeyRing, LinkTokens } from '@smartpar/platform/http';
import { IdentityApplication, PASSWORD } from './identity-application';

const NEW_PASSWORD = 'gravel bottle nineteen swans';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

const ask = (email: string) => application.browser().post('/api/password-resets', { email });
const open = (token: string) => application.browser().post('/api/password-resets/preview', { token });
const choose = (token: string, newPassword = NEW_PASSWORD) => application.browser().post('/api/password-resets/completion', { token, newPassword });
const signIn = async (email: string, password: string) => (await application.browser().signIn(email, password)).status;

async function askedFor(facts = {}): Promise<{ email: string; token: string; accountId: string }> {
  const { email, accountId } = await application.anAccount(facts);
  await ask(email);
  return { email, accountId, token: await application.tokenFor(email) };
}

describe('a link for a new password', () => {
  it('comes by mail in the language of the account, and says whose it is', async () => {
    const { email, token } = await askedFor({ locale: 'de', name: 'Annabel Winter' });
    const [mail] = await application.mailsTo(email);
    expect(mail).toMatchObject({ template: 'identity.password-reset', subject: 'Ein neues Passwort wählen' });
    expect(mail!.text).toContain('https://privacy.example/reset-password#t=');
    expect((await open(token)).body).toEqual({ purpose: 'reset', email, name: 'Annabel Winter', expiresAt: '2026-03-02T09:30:00Z' });
  });

  it('is stored without its token', async () => {
    const { email, token } = await askedFor();
    const { rows } = await application.owner.query<{ row: string }>('select to_jsonb(m)::text as row from mail_outbox m where to_address = $1', [email]);
    expect(rows[0]!.row).not.toContain(token);
    expect(rows[0]!.row).not.toContain(token.split('.').at(-1));
  });

  it('may be opened often, and is spent by choosing only', async () => {
    const { email, token } = await askedFor();
    for (let opened = 0; opened < 3; opened += 1) expect((await open(token)).status).toBe(200);
    expect(await signIn(email, PASSWORD)).toBe(200);
    expect((await choose(token)).status).toBe(204);
    expect(await signIn(email, NEW_PASSWORD)).toBe(200);
    expect(await signIn(email, PASSWORD)).toBe(401);
  });

  it('works once', async () => {
    const { email, token } = await askedFor();
    await choose(token);
    expect((await choose(token, 'fourteen quiet umbrellas')).body).toMatchObject({ status: 410, code: 'link.spent' });
    expect((await open(token)).status).toBe(410);
    expect(await signIn(email, NEW_PASSWORD)).toBe(200);
  });

  it('works once, of two at the same moment too', async () => {
    const { token } = await askedFor();
    const answers = await Promise.all([choose(token), choose(token), choose(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
  });

  it('works for 30 minutes', async () => {
    const [early, late] = [await askedFor(), await askedFor()];
    application.time.advance({ minutes: 29, seconds: 59 });
    expect((await choose(early.token)).status).toBe(204);
    application.time.advance({ seconds: 1 });
    expect((await open(late.token)).body).toMatchObject({ code: 'link.spent' });
    expect((await choose(late.token)).status).toBe(410);
    expect(await signIn(late.email, PASSWORD)).toBe(200);
  });

  it('is void once a newer one was asked for', async () => {
    const { email, token } = await askedFor();
    await ask(email);
    const newer = await application.tokenFor(email);
    expect(newer).not.toBe(token);
    expect((await choose(token)).status).toBe(410);
    expect((await choose(newer)).status).toBe(204);
  });

  it('is void once the password was changed otherwise', async () => {
    const { email, token } = await askedFor();
    application.time.advance({ minutes: 1 });
    const browser = await application.signedIn(email);
    expect((await browser.put('/api/account/password', { currentPassword: PASSWORD, newPassword: 'fourteen quiet umbrellas' })).status).toBe(204);
    expect((await choose(token)).status).toBe(410);
  });

  it('still works after an unfit password was tried', async () => {
    const { token, email } = await askedFor();
    const refused = await choose(token, 'winter2026');
    expect(refused.body).toMatchObject({ status: 422, code: 'password.too_short', errors: [{ field: 'newPassword', code: 'password.too_short' }] });
    expect((await choose(token, email)).body).toMatchObject({ code: 'password.own_data' });
    expect((await choose(token)).status).toBe(204);
  });

  it('ends all sessions, everywhere and at once, and tells by mail', async () => {
    const { email, token } = await askedFor();
    const sessions = [await application.signedIn(email), await application.signedIn(email, { sharedComputer: true })];
    await choose(token);
    for (const session of sessions) expect((await session.get('/api/session')).status).toBe(401);
    expect((await application.mailsTo(email)).at(-1)).toMatchObject({ template: 'identity.password-changed', subject: 'Your password was changed' });
  });

  it('lets its holder in at once, whatever strangers did meanwhile', async () => {
    const { email, token } = await askedFor();
    for (let guess = 0; guess < 6; guess += 1) await signIn(email, 'wrong');
    expect(await signIn(email, PASSWORD)).toBe(429);
    await choose(token);
    expect(await signIn(email, NEW_PASSWORD)).toBe(200);
  });

  it.each([
    ['nonsense', () => 'nonsense'],
    ['a token changed by one character', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['a token of another installation', (token: string) => new LinkTokens(KeyRing.parse(KeyRing.generate())).make('password-reset', [token, token])],
    ['a token for something else', () => application.tokens.make('follow', [newId(), newId()])],
    ['a token for an account that is not there', () => application.tokens.make('password-reset', [newId(), newId()])],
    ['a token with odd parts', () => application.tokens.make('password-reset', ['x', ''])],
  ])('is not %s', async (_, forge) => {
    const { email, token } = await askedFor();
    expect((await open(forge(token))).body).toMatchObject({ status: 410, code: 'link.spent' });
    expect((await choose(forge(token))).body).toMatchObject({ status: 410, code: 'link.spent' });
    expect(await signIn(email, PASSWORD)).toBe(200);
  });

  it('belongs to one account: its ids cannot be mixed with those of another', async () => {
    const [mine, theirs] = [await askedFor(), await askedFor()];
    const [, resetId] = application.tokens.open('password-reset', theirs.token)!;
    const mixed = application.tokens.make('password-reset', [mine.accountId, resetId!]);
    expect((await choose(mixed)).status).toBe(410);
  });
});

describe('asking for a link', () => {
  it('is answered the same for nonsense that looks like an address, and refused for what does not', async () => {
    expect((await ask('a@b.example')).status).toBe(202);
    expect((await ask('not an address')).body.errors).toEqual([expect.objectContaining({ field: 'email' })]);
  });

  it('cannot flood an address: three mails at once, then one an hour', async () => {
    const { email } = await application.anAccount();
    for (let asked = 0; asked < 10; asked += 1) {
      const browser = application.browser();
      browser.network = `198.51.${asked}.1`;
      expect((await browser.post('/api/password-resets', { email })).status).toBe(202);
    }
    expect(await application.mailsTo(email)).toHaveLength(3);
    application.time.advance({ hours: 1 });
    await ask(email);
    await ask(email);
    expect(await application.mailsTo(email)).toHaveLength(4);
  });

  it('cannot be done for many addresses from one network', async () => {
    const statuses = [];
    for (let asked = 0; asked < 21; asked += 1) statuses.push((await ask(`flood-${asked}@nordwind.example`)).status);
    expect(statuses).toEqual([...Array(20).fill(202), 429]);
  });

  it('stands in the log, as nobody\u2019s doing', async () => {
    const { accountId } = await askedFor();
    expect((await application.log()).at(-1)).toEqual({
      action: 'account.password-reset-requested',
      target_id: accountId,
      actor_kind: 'nobody',
      actor_id: null,
      facts: {},
    });
  });
});

describe('a link for the first password', () => {
  it('comes when an account is made for somebody, works for seven days, and then the account does', async () => {
    const { accountId, email } = await application.anAccount({ password: undefined });
    const issued = await application.accounts.issuePasswordLink(accountId, 'first-password');
    expect(issued.expiresAt.toString()).toBe('2026-03-09T09:00:00Z');
    expect(await application.tokenFor(email)).toBe(issued.token);
    application.time.advance({ days: 6, hours: 23 });
    expect((await open(issued.token)).body).toMatchObject({ purpose: 'first-password', email });
    expect((await choose(issued.token)).status).toBe(204);
    expect(await signIn(email, NEW_PASSWORD)).toBe(200);
  });

  it('cannot be made for an account that is not there', async () => {
    await expect(application.accounts.issuePasswordLink(newId(), 'reset')).rejects.toMatchObject({ code: 'not_found' });
  });
});
