import { Browser } from '../identity/browser';
import { WholeHouse } from '../refusals/whole-house';

let house: WholeHouse;
beforeAll(async () => {
  house = await WholeHouse.open({ SESSION_HOURS: '9', SESSION_IDLE_MINUTES: '30', SHARED_SESSION_IDLE_MINUTES: '5', REAUTHENTICATION_MINUTES: '2' });
}, 60_000);
afterAll(() => house.close());

it('the console is told how long sessions live, for its privacy notice', async () => {
  const { body } = await new Browser(house.app).get('/api/console');
  expect(body).toMatchObject({ sessions: { idleMinutes: 30, longestMinutes: 540, sharedIdleMinutes: 5 } });
});

it('sessions live as long as the environment says', async () => {
  const browser = await house.browserOf(await house.organization('larkspur'), 'quill@larkspur.example', []);
  expect((await browser.get('/api/session')).body).toMatchObject({ endsAt: '2026-03-02T18:00:00Z', freshUntil: '2026-03-02T09:02:00Z' });
  house.time.advance({ minutes: 29 });
  expect((await browser.get('/api/session')).status).toBe(200);
  house.time.advance({ minutes: 30 });
  expect((await browser.get('/api/session')).status).toBe(401);
});
