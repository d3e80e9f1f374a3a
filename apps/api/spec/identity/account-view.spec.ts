import { IdentityApplication } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
afterAll(() => application.stop());

describe('what is kept of an account', () => {
  it('is told to its holder, and nothing of its password', async () => {
    const { email } = await application.anAccount();
    const { status, body } = await (await application.signedIn(email)).get('/api/account');
    expect([status, body.email]).toEqual([200, email]);
    expect(Object.keys(body).toSorted()).toEqual(['createdAt', 'email', 'locale', 'name']);
    expect(Date.parse(body.createdAt)).toBeGreaterThan(0);
  });

  it('is told to nobody who is not signed in', async () => {
    expect((await application.browser().get('/api/account')).status).toBe(401);
  });
});
