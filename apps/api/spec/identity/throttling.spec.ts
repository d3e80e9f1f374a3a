import { newId } from '@smartpar/kernel';
import type { Browser } from './browser';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
let network = 0;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
beforeEach(() => application.startOver());
afterAll(() => application.stop());

/** Somebody from a network of their own. */
function stranger(): Browser {
  const browser = application.browser();
  network += 1;
  browser.network = `198.51.${network}.9`;
  return browser;
}

async function fail(times: number, email: string, from = stranger): Promise<number[]> {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < times; attempt += 1) statuses.push((await from().signIn(email, `wrong ${newId()}`)).status);
  return statuses;
}

const ADDRESSES = [
  ['with an account', async () => (await application.anAccount()).email],
  ['without an account', () => Promise.resolve(`nobody-${newId()}@nordwind.example`)],
] as const;

describe.each(ADDRESSES)('an address %s', (_, address) => {
  it('answers the same, then makes guessers wait from anywhere, longer each time', async () => {
    const email = await address();
    expect(await fail(5, email)).toEqual([401, 401, 401, 401, 401]);
    const refused = await stranger().signIn(email, 'wrong');
    expect(refused.body).toMatchObject({ status: 429, code: 'sign-in.throttled' });
    expect(refused.headers['retry-after']).toBe('5');
    application.time.advance({ seconds: 5 });
    expect(await fail(1, email)).toEqual([401]);
    expect((await stranger().signIn(email, 'wrong')).headers['retry-after']).toBe('15');
  });

  it('is never locked for good: no wait is over 15 minutes, and attempts meanwhile do not lengthen it', async () => {
    const email = await address();
    for (let round = 0; round < 14; round += 1) {
      await fail(1, email);
      application.time.advance({ minutes: 15 });
    }
    await fail(1, email);
    await fail(20, email);
    application.time.advance({ minutes: 14, seconds: 59 });
    expect((await stranger().signIn(email, 'wrong')).headers['retry-after']).toBe('1');
    application.time.advance({ seconds: 1 });
    expect(await fail(1, email)).toEqual([401]);
  });

  it('is forgiven after a day', async () => {
    const email = await address();
    await fail(6, email);
    application.time.advance({ hours: 24, seconds: 6 });
    expect(await fail(5, email)).toEqual([401, 401, 401, 401, 401]);
  });

  it('does not let many guesses at once slip through', async () => {
    const email = await address();
    const answers = await Promise.all(Array.from({ length: 20 }, () => stranger().signIn(email, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });
});

describe('two at the same moment', () => {
  it('from one network are both let in, whichever of them is counted first', async () => {
    const colleague = stranger();
    await fail(1, `nobody-${newId()}@nordwind.example`, () => colleague);
    application.time.advance({ milliseconds: -20 });
    const { email } = await application.anAccount();
    expect((await colleague.signIn(email, PASSWORD)).status).toBe(200);
  });

  it('still wait when too many came before them', async () => {
    const email = `nobody-${newId()}@nordwind.example`;
    await fail(5, email);
    application.time.advance({ milliseconds: -20 });
    expect(await fail(1, email)).toEqual([429]);
  });
});

describe('the holder of an account', () => {
  it('gets in after the wait, and starts anew', async () => {
    const { email } = await application.anAccount();
    await fail(5, email);
    expect((await stranger().signIn(email, PASSWORD)).status).toBe(429);
    application.time.advance({ seconds: 5 });
    expect((await stranger().signIn(email, PASSWORD)).status).toBe(200);
    expect(await fail(4, email)).toEqual([401, 401, 401, 401]);
    expect((await stranger().signIn(email, PASSWORD)).status).toBe(200);
  });

  it('gets in at once from a device that signed in before, whatever strangers do', async () => {
    const { email } = await application.anAccount();
    const known = await application.signedIn(email);
    await fail(8, email);
    expect((await stranger().signIn(email, PASSWORD)).status).toBe(429);
    expect((await known.signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is not let guess on a known device either', async () => {
    const { email } = await application.anAccount();
    const known = await application.signedIn(email);
    expect(await fail(6, email, () => known)).toEqual([401, 401, 401, 401, 401, 429]);
  });
});

describe('a network', () => {
  it('that tries many addresses waits, whichever it tries next', async () => {
    const guesser = stranger();
    for (let attempt = 0; attempt < 30; attempt += 1) await guesser.signIn(`guess-${attempt}@nordwind.example`, 'wrong');
    const { email } = await application.anAccount();
    expect((await guesser.signIn(email, PASSWORD)).status).toBe(429);
    const neighbour = stranger();
    neighbour.network = guesser.network.replace(/\.9$/, '.200');
    expect((await neighbour.signIn(email, PASSWORD)).status).toBe(429);
    expect((await stranger().signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is not blamed for people who sign in', async () => {
    const office = stranger();
    const accounts = await Promise.all(Array.from({ length: 35 }, () => application.anAccount()));
    for (const { email } of accounts) {
      const colleague = application.browser();
      colleague.network = office.network;
      expect((await colleague.signIn(email, PASSWORD)).status).toBe(200);
    }
  });

  it('that is refused does not use up an address', async () => {
    const guesser = stranger();
    for (let attempt = 0; attempt < 30; attempt += 1) await guesser.signIn(`spray-${attempt}@nordwind.example`, 'wrong');
    const { email } = await application.anAccount();
    for (let attempt = 0; attempt < 6; attempt += 1) await guesser.signIn(email, 'wrong');
    expect((await stranger().signIn(email, PASSWORD)).status).toBe(200);
  });
});

describe('what is counted', () => {
  it('holds neither addresses nor networks', async () => {
    await fail(1, 'traceable@nordwind.example');
    const { rows } = await application.owner.query<{ row: string }>('select to_jsonb(t)::text as row from sign_in_throttle t');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/traceable|nordwind|198\.51|7472616365/);
  });

  it('holds over several servers', async () => {
    const { email } = await application.anAccount();
    const other = await application.another();
    const statuses = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      statuses.push(
        (
          await stranger()
            .at(attempt % 2 ? other : application.app)
            .signIn(email, 'wrong')
        ).status,
      );
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
