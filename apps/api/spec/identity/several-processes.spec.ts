import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser } from './browser';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
let other: NestFastifyApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
  other = await application.another();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

/** How long the news of a change may take on the same machine, in milliseconds of the real clock. */
const AT_ONCE = 500;

/** Asks until the answer is what it should become, or too late. */
async function statusBecomes(expected: number, browser: Browser): Promise<number> {
  const late = performance.now() + AT_ONCE;
  for (;;) {
    const { status } = await browser.get('/api/session');
    if (status === expected || performance.now() > late) return status;
  }
}

/** The same session, remembered by both servers. */
async function inBoth(email: string): Promise<[Browser, Browser]> {
  const here = await application.signedIn(email);
  const there = here.at(other);
  for (const browser of [here, there]) expect((await browser.get('/api/session')).status).toBe(200);
  return [here, there];
}

describe('with two servers on one database', () => {
  it('a session begun at one is good at the other', async () => {
    const [, there] = await inBoth((await application.anAccount()).email);
    expect((await there.get('/api/account/sessions')).body.items).toHaveLength(1);
  });

  it.each([
    ['signing out', async (here: Browser) => void (await here.delete('/api/session'))],
    [
      'a new password by link',
      async (_: Browser, email: string) => {
        await application.browser().post('/api/password-resets', { email });
        const token = await application.tokenFor(email);
        await application.browser().post('/api/password-resets/completion', { token, newPassword: 'gravel bottle nineteen swans' });
      },
    ],
    ['ending all others elsewhere', async (_: Browser, email: string) => void (await (await application.signedIn(email)).delete('/api/account/sessions'))],
  ])('%s at one takes effect at the other at once', async (_, end) => {
    const { email } = await application.anAccount();
    const [here, there] = await inBoth(email);
    await end(here, email);
    expect(await statusBecomes(401, there)).toBe(401);
  });

  it('use at one keeps the session alive at the other', async () => {
    const [here, there] = await inBoth((await application.anAccount()).email);
    application.time.advance({ hours: 11 });
    await here.get('/api/session');
    application.time.advance({ hours: 11 });
    expect((await there.get('/api/session')).status).toBe(200);
  });

  it('a fresh proof of identity at one is known at the other', async () => {
    const [here, there] = await inBoth((await application.anAccount()).email);
    application.time.advance({ minutes: 20 });
    await here.post('/api/session/reauthentication', { password: PASSWORD });
    expect((await there.get('/api/session')).body.freshUntil).toBe('2026-03-02T09:30:00Z');
  });

  it('what happens while one hears nothing is not missed: it remembers nothing then', async () => {
    const { email } = await application.anAccount();
    const [here, there] = await inBoth(email);
    await application.database.global((tx) =>
      tx.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'smartpar listening' and datname = current_database()`),
    );
    await here.delete('/api/session');
    expect(await statusBecomes(401, there)).toBe(401);
  });
});
