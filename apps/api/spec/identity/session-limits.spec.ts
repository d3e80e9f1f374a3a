import { Temporal } from '@smartpar/kernel';
import { IdentityApplication } from './identity-application';

const limits = (idleMinutes: number, absoluteHours: number) => ({
  idle: Temporal.Duration.from({ minutes: idleMinutes }),
  absolute: Temporal.Duration.from({ hours: absoluteHours }),
});

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start({ own: limits(30, 4), shared: limits(5, 1), freshFor: Temporal.Duration.from({ minutes: 3 }) });
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

describe('session limits an operator set', () => {
  it.each([
    ['one\u2019s own computer', false, 30, '2026-03-02T13:00:00Z'],
    ['a shared computer', true, 5, '2026-03-02T10:00:00Z'],
  ])('hold on %s', async (_, sharedComputer, minutes, endsAt) => {
    const browser = await application.signedIn(undefined, { sharedComputer });
    expect((await browser.get('/api/session')).body.endsAt).toBe(endsAt);
    application.time.advance({ minutes: minutes - 1 });
    expect((await browser.get('/api/session')).status).toBe(200);
    application.time.advance({ minutes });
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('decide how long a password counts as proof, at the door and when it is typed again', async () => {
    const browser = await application.signedIn();
    expect((await browser.get('/api/session')).body.freshUntil).toBe('2026-03-02T09:03:00Z');
    application.time.advance({ minutes: 20 });
    const again = await browser.post('/api/session/reauthentication', { password: 'tidal lantern orbit moss' });
    expect([again.status, again.body]).toEqual([200, { freshUntil: '2026-03-02T09:23:00Z' }]);
  });

  it('decide how long the browser keeps the cookie', async () => {
    const { email } = await application.anAccount();
    const { cookies } = await application.browser().signIn(email, 'tidal lantern orbit moss');
    expect(cookies.find((cookie) => cookie.startsWith('__Host-session'))).toContain('Max-Age=14400');
  });
});
