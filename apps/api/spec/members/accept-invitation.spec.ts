import { newId } from '@smartpar/kernel';
import { LinkTokens } from '@smartpar/platform/http';
import { Browser } from '../identity/browser';
import { WholeHouse } from '../refusals/whole-house';
import { takeMails } from './members-house';

const PASSWORD = 'quartz heron ladder ninety';

let house: WholeHouse;
let larkspur: string;
let owner: Browser;
let visitor: Browser;
let made = 0;

beforeAll(async () => {
  house = await WholeHouse.open();
  larkspur = await house.organization('larkspur');
  owner = await house.browserOf(larkspur, 'owner@larkspur.example', ['owner']);
});

beforeEach(async () => {
  visitor = new Browser(house.app);
  await takeMails(house);
});

afterAll(() => house.close());

const at = (path: string): string => `/api/organizations/${larkspur}${path}`;

/** Invites somebody. @returns the token of the link, as the mail would hold it */
async function invited(email = `guest${(made += 1)}@otherhill.example`): Promise<{ token: string; memberId: string; email: string }> {
  const { body } = await owner.post(at('/members'), { email, firstName: 'Wren', lastName: 'Foxglade', locale: 'en' });
  return { token: await mailedToken(), memberId: body.memberId, email };
}

async function mailedToken(): Promise<string> {
  const mail = (await takeMails(house)).findLast(({ template }) => template === 'members.invitation');
  const { organizationId, memberId, invitationId } = mail?.facts ?? {};
  return house.app.get(LinkTokens, { strict: false }).make('invitation', [organizationId, memberId, invitationId].map(String));
}

const over = { status: 410, body: { code: 'invitation.over' } };
const preview = (token: string) => visitor.post('/api/invitations/preview', { token });
const accept = (token: string, newPassword = PASSWORD, who = visitor) => who.post('/api/invitations/acceptance', { token, newPassword });
const join = (who: Browser, token: string) => who.post('/api/account/invitations/acceptance', { token });
const stateOf = async (memberId: string) => (await owner.get(at(`/members/${memberId}`))).body;

describe('the link of an invitation', () => {
  it('says what it is, as often as it is opened, and spends nothing', async () => {
    const { token, email, memberId } = await invited();
    for (let time = 0; time < 2; time += 1) {
      expect((await preview(token)).body).toMatchObject({
        organization: 'The larkspur',
        email,
        firstName: 'Wren',
        lastName: 'Foxglade',
        locale: 'en',
        accept: 'choose-password',
      });
    }
    expect(await stateOf(memberId)).toMatchObject({ status: 'invited', signsIn: false });
  });

  it('lets its holder choose a password and come in, once', async () => {
    const { token, email, memberId } = await invited();
    expect((await accept(token)).body).toEqual({ organizationId: larkspur, email });
    expect(await stateOf(memberId)).toMatchObject({ status: 'active', signsIn: true, invitation: { state: 'accepted' } });
    expect((await visitor.signIn(email, PASSWORD)).status).toBe(200);
    expect((await visitor.get(at(''))).status).toBe(200);
    expect(await accept(token, 'another quartz heron here')).toMatchObject(over);
    expect(await preview(token)).toMatchObject(over);
  });

  it('still works after a password that is unfit', async () => {
    const { token } = await invited();
    expect((await accept(token, 'larkspur')).status).toBe(422);
    expect((await accept(token)).status).toBe(200);
  });

  it('pressed twice at the same moment makes one member and one account', async () => {
    const { token, memberId, email } = await invited();
    const statuses = (await Promise.all([accept(token), accept(token, 'heron quartz ninety ladder')])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 409, 410].includes(status))).toBe(true);
    expect((await stateOf(memberId)).signsIn).toBe(true);
    const entered = await Promise.all([PASSWORD, 'heron quartz ninety ladder'].map((password) => new Browser(house.app).signIn(email, password)));
    expect(entered.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each([
    ['too old', (): Promise<unknown> => Promise.resolve(house.time.advance({ hours: 7 * 24, seconds: 1 }))],
    ['withdrawn', (memberId: string): Promise<unknown> => owner.delete(at(`/members/${memberId}/invitation`))],
    ['of somebody who is suspended', (memberId: string): Promise<unknown> => owner.post(at(`/members/${memberId}/suspension`), {})],
  ])('opens nothing any more when it is %s', async (_, happens) => {
    const { token, memberId } = await invited();
    await happens(memberId);
    owner = (await owner.get(at(''))).status === 200 ? owner : await house.browserOf(larkspur, `owner${(made += 1)}@larkspur.example`, ['owner']);
    expect(await preview(token)).toMatchObject(over);
    expect(await accept(token)).toMatchObject(over);
  });

  it('works again once somebody who was suspended meanwhile is let in again, and accepts nothing by itself', async () => {
    const { token, memberId } = await invited();
    await owner.post(at(`/members/${memberId}/suspension`), {});
    expect((await owner.post(at(`/members/${memberId}/reactivation`), {})).body).toMatchObject({ status: 'invited' });
    expect(await stateOf(memberId)).toMatchObject({ status: 'invited', signsIn: false });
    expect((await accept(token)).status).toBe(200);
    expect(await stateOf(memberId)).toMatchObject({ status: 'active', signsIn: true });
  });

  it('opens nothing any more when it was sent again, or was never made', async () => {
    const { token, memberId } = await invited();
    house.time.advance({ minutes: 2 });
    await owner.post(at(`/members/${memberId}/invitation`), {});
    const again = await mailedToken();
    expect(await preview(token)).toMatchObject(over);
    const tokens = house.app.get(LinkTokens, { strict: false });
    for (const wrong of [
      'x',
      `${again}x`,
      tokens.make('follow', [larkspur, memberId, newId()]),
      tokens.make('invitation', [larkspur]),
      tokens.make('invitation', [newId(), memberId, newId()]),
    ]) {
      expect([(await preview(wrong)).status, (await accept(wrong)).status]).toEqual([410, 410]);
    }
    expect((await accept(again)).status).toBe(200);
  });
});

describe('somebody who has an account', () => {
  it('signs in first, and joins with that account', async () => {
    const elsewhere = await house.organization(`elsewhere${(made += 1)}`);
    const email = `known${made}@otherhill.example`;
    const known = await house.browserOf(elsewhere, email, []);
    const { token, memberId } = await invited(email);
    expect((await preview(token)).body.accept).toBe('sign-in');
    expect(await accept(token)).toMatchObject({ status: 409, body: { code: 'invitation.sign_in_first' } });
    expect(await join(new Browser(house.app), token)).toMatchObject({ status: 401 });
    expect((await known.get(at(''))).status).toBe(404);
    for (let time = 0; time < 2; time += 1) expect((await join(known, token)).body).toEqual({ organizationId: larkspur, email });
    expect(await stateOf(memberId)).toMatchObject({ status: 'active', signsIn: true });
    expect((await known.get(at(''))).status).toBe(200);
    expect((await known.get('/api/session')).body.memberships).toHaveLength(2);
  });

  it('cannot take an invitation that went to the holder of another account', async () => {
    const elsewhere = await house.organization(`elsewhere${(made += 1)}`);
    const email = `known${made}@otherhill.example`;
    await house.browserOf(elsewhere, email, []);
    const thief = await house.browserOf(elsewhere, `thief${made}@otherhill.example`, []);
    const { token } = await invited(email);
    expect(await join(thief, token)).toMatchObject({ status: 409, body: { code: 'invitation.other_account' } });
  });

  it('who is a member here already joins no second time', async () => {
    const { token } = await invited();
    expect(await join(owner, token)).toMatchObject({ status: 409, body: { code: 'invitation.member_already' } });
    expect((await accept(token)).status).toBe(200);
  });
});
