import { newId } from '@smartpar/kernel';
import pg from 'pg';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
afterAll(() => application.stop());

/** What the database is asked and how often a password is compared while something is done. */
async function stepsOf(act: () => Promise<unknown>): Promise<{ statements: string[]; comparisons: number }> {
  const statements: string[] = [];
  const original = pg.Client.prototype.query;
  const matches = jest.spyOn(application.hashes, 'matches');
  const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'string' ? first : (first as { text: string }).text;
    statements.push(text.replaceAll(/'[0-9a-f-]{36}'/g, "'<id>'").replaceAll(/\s+/g, ' '));
    return Reflect.apply(original, this, given);
  } as never);
  await act();
  query.mockRestore();
  const comparisons = matches.mock.calls.length;
  matches.mockRestore();
  return { statements, comparisons };
}

const visible = ({ headers, status, text }: { headers: object; status: number; text: string }) => ({
  status,
  headers: Object.keys(headers).sort(),
  text: text.replace(/"instance":"[^"]+"/, ''),
});

describe('to a stranger, an address with and one without an account', () => {
  it('take the same steps at the door: the same statements, one comparison', async () => {
    const { email } = await application.anAccount();
    const nobody = `nobody-${newId()}@nordwind.example`;
    const withPassword = await stepsOf(() => application.browser().signIn(email, 'wrong password it is'));
    const without = await stepsOf(() => application.browser().signIn(nobody, 'wrong password it is'));
    expect(without).toEqual(withPassword);
    expect(without.comparisons).toBe(1);
    expect(without.statements.filter((text) => text.includes('account_of_address'))).toHaveLength(1);
  });

  it('take the same steps at the door when the password was never chosen', async () => {
    const { email } = await application.anAccount({ password: undefined });
    const invited = await stepsOf(() => application.browser().signIn(email, PASSWORD));
    const nobody = await stepsOf(() => application.browser().signIn(`nobody-${newId()}@nordwind.example`, PASSWORD));
    expect(nobody).toEqual(invited);
  });

  it('get the same answer at the door', async () => {
    const { email } = await application.anAccount();
    const present = await application.browser().signIn(email, 'wrong password it is');
    const absent = await application.browser().signIn(`nobody-${newId()}@nordwind.example`, 'wrong password it is');
    expect(visible(absent)).toEqual(visible(present));
  });

  it('take the same steps when a new password is asked for', async () => {
    const { email } = await application.anAccount();
    const present = await stepsOf(() => application.browser().post('/api/password-resets', { email }));
    const absent = await stepsOf(() => application.browser().post('/api/password-resets', { email: `nobody-${newId()}@nordwind.example` }));
    expect(absent).toEqual(present);
    expect(absent.statements.some((text) => text.includes('insert into mail_outbox'))).toBe(true);
  });

  it('get the same answer when a new password is asked for, and only one of them a mail', async () => {
    const { email } = await application.anAccount();
    const nobody = `nobody-${newId()}@nordwind.example`;
    const [present, absent] = [
      await application.browser().post('/api/password-resets', { email }),
      await application.browser().post('/api/password-resets', { email: nobody }),
    ];
    expect(visible(absent)).toEqual(visible(present));
    expect(present.status).toBe(202);
    expect(await application.mailsTo(email)).toHaveLength(1);
    expect(await application.mailsTo(nobody)).toEqual([]);
  });

  it('are passed over the same way once too much mail was asked for', async () => {
    const flood = async (email: string) => {
      const answers = [];
      for (let asked = 0; asked < 5; asked += 1) answers.push(visible(await application.browser().post('/api/password-resets', { email })));
      return answers;
    };
    const { email } = await application.anAccount();
    expect(await flood(`nobody-${newId()}@nordwind.example`)).toEqual(await flood(email));
    expect(await application.mailsTo(email)).toHaveLength(3);
  });
});
