import type { Role } from '@smartpar/access/model';
import { AddMembers, LinkAccount } from '@smartpar/members/api';
import { WholeHouse } from '../refusals/whole-house';
import { Browser } from './browser';

const PASSWORD = 'tidal lantern orbit moss';

let house: WholeHouse;
let id: string;
let made = 0;
let desk: Person;

interface Person {
  readonly email: string;
  readonly browser: Browser;
  readonly memberId: string;
  readonly memberNumber: string;
}

beforeAll(async () => {
  house = await WholeHouse.open();
  id = await house.organization('larkspur');
  await member(id, ['owner']);
  desk = await member(id, ['helpdesk']);
}, 60_000);
beforeEach(() => house.time.advance({ hours: 25 }));
afterAll(() => house.close());

async function member(organizationId: string, roles: readonly Role[]): Promise<Person> {
  const email = `person${++made}@larkspur.example`;
  const browser = await house.browserOf(organizationId, email, roles);
  const [row] = await house.database.readTenant<{ id: string; number: number }>(organizationId, {
    text: 'select id, number from members where organization_id = $1 and email = $2',
    values: [organizationId, email],
  });
  return { email, browser, memberId: row?.id ?? '', memberNumber: `M-${row?.number}` };
}

async function fresh(email: string): Promise<Browser> {
  const browser = new Browser(house.app);
  await browser.signIn(email, PASSWORD);
  return browser;
}

const at = (path: string, organizationId = id) => `/api/organizations/${organizationId}${path}`;

const mailsTo = async (email: string): Promise<readonly string[]> =>
  (await house.database.global((tx) => tx.query<{ template: string }>('select template from mail_outbox where to_address = $1', [email]))).map(
    ({ template }) => template,
  );

/** Signs somebody out at the desk, a minute after they signed in. */
async function signOut(person: Person): Promise<void> {
  const helper = await fresh(desk.email);
  house.time.advance({ minutes: 1 });
  expect((await helper.post(at('/entry/ends'), { memberNumber: person.memberNumber })).status).toBe(204);
}

describe('somebody at the helpdesk', () => {
  it('finds whoever calls by the whole address or number, which is counted, and goes through no list', async () => {
    const person = await member(id, []);
    const helper = await fresh(desk.email);
    const found = async (search: string) => (await helper.post(at('/members/search'), { search })).body.items.map((item: { id: string }) => item.id);
    expect(await found(person.email)).toEqual([person.memberId]);
    expect(await found(person.memberNumber)).toEqual([person.memberId]);
    expect(await found(person.email.slice(0, 6))).toEqual([]);
    const { viewers: _viewers, ...summary } = (await person.browser.get(at('/my/ledger/summary'))).body;
    expect(JSON.stringify(summary)).toContain('look-up');
  });

  it('reads how their entry stands, and nothing of their account', async () => {
    const person = await member(id, []);
    const { status, body } = await (await fresh(desk.email)).get(at(`/members/${person.memberId}/help`));
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'active', signsIn: true, acts: [], may: { resendInvitation: false, signOut: true, resetFactor: true } });
    expect(JSON.stringify(body)).not.toContain(person.email);
  });

  it('signs them out of this organization on every device, and of nothing else', async () => {
    const person = await member(id, []);
    const other = await fresh(person.email);
    await signOut(person);
    for (const device of [person.browser, other]) {
      expect((await device.get(at('/abilities'))).body.code).toBe('reauthentication_required');
      expect((await device.get(at('/my/requests'))).status).toBe(200);
      expect((await device.get('/api/account/sessions')).status).toBe(200);
      expect((await device.get('/api/session')).body.memberships).toMatchObject([{ organizationId: id, mayEnter: true }]);
    }
    house.time.advance({ minutes: 1 });
    expect((await other.post('/api/session/reauthentication', { password: PASSWORD })).status).toBe(200);
    expect((await other.get(at('/abilities'))).status).toBe(200);
    expect((await person.browser.get(at('/abilities'))).body.code).toBe('reauthentication_required');
    expect((await (await fresh(person.email)).get(at('/abilities'))).status).toBe(200);
  });

  it('leaves their other organizations open', async () => {
    const person = await member(id, []);
    const elsewhere = await house.organization(`fern-${++made}`);
    const [there] = await house.get(AddMembers).run(elsewhere, [{ email: person.email, firstName: 'Quill', lastName: 'Sandpiper', locale: 'en' }]);
    const accountId: string = (await person.browser.get('/api/session')).body.account.id;
    await house.get(LinkAccount).run(elsewhere, there?.memberId ?? '', accountId);
    await signOut(person);
    expect((await person.browser.get(at('/abilities', elsewhere))).status).toBe(200);
    expect((await person.browser.get(at('/abilities'))).status).toBe(403);
  });

  it('is read of by the person, with the role and no name, and told by mail', async () => {
    const person = await member(id, []);
    await signOut(person);
    expect((await person.browser.get(at('/my/entry'))).body.items).toMatchObject([
      { action: 'member.signed-out', actor: { kind: 'member', memberNumber: desk.memberNumber, roles: ['helpdesk'] }, facts: {} },
    ]);
    expect(await mailsTo(person.email)).toContain('identity.entry-ended');
    expect((await (await fresh(desk.email)).get(at(`/members/${person.memberId}/help`))).body.acts).toMatchObject([{ action: 'member.signed-out' }]);
  });

  it('proves who they are before each act', async () => {
    const person = await member(id, []);
    const helper = await fresh(desk.email);
    house.time.advance({ minutes: 11 });
    for (const [path, message] of [
      ['/entry/ends', { memberNumber: person.memberNumber }],
      ['/second-factor/resets', { memberNumber: person.memberNumber }],
      [`/members/${person.memberId}/help/invitation`, {}],
    ] as const)
      expect((await helper.post(at(path), message)).body.code).toBe('reauthentication_required');
    expect((await person.browser.get(at('/abilities'))).status).toBe(200);
  });

  it('does nothing to whoever holds a role, and learns nothing by trying a number that is nobody’s', async () => {
    const officer = await member(id, ['privacy-officer']);
    const helper = await fresh(desk.email);
    for (const path of ['/entry/ends', '/second-factor/resets'])
      for (const memberNumber of [officer.memberNumber, desk.memberNumber, 'M-99999', 'nobody'])
        expect((await helper.post(at(path), { memberNumber })).body.errors).toEqual([expect.objectContaining({ field: 'memberNumber', code: 'unknown' })]);
    expect((await helper.get(at(`/members/${officer.memberId}/help`))).body.may).toEqual({ resendInvitation: false, signOut: false, resetFactor: false });
  });

  it('sends an invitation again, once in a while, to somebody who has not joined', async () => {
    const owner = await member(id, ['owner']);
    const invited = await (await fresh(owner.email)).post(at('/members'), { email: `guest${++made}@larkspur.example`, firstName: 'Nia', locale: 'en' });
    const helper = await fresh(desk.email);
    const path = at(`/members/${invited.body.memberId}/help`);
    expect((await helper.post(`${path}/invitation`, {})).body.code).toBe('invitation.sent_just_now');
    house.time.advance({ minutes: 5 });
    expect((await helper.post(`${path}/invitation`, {})).status).toBe(200);
    expect((await helper.get(path)).body).toMatchObject({
      signsIn: false,
      lastUsedOn: null,
      invitation: { state: 'waiting' },
      may: { resendInvitation: true, signOut: false, resetFactor: false },
    });
    expect((await helper.delete(at(`/members/${invited.body.memberId}/invitation`))).status).toBe(404);
  });

  it('is not what an auditor or an ordinary member does', async () => {
    const person = await member(id, []);
    for (const roles of [[], ['auditor'], ['privacy-officer']] satisfies readonly (readonly Role[])[]) {
      const { email } = await member(id, roles);
      const browser = await fresh(email);
      expect((await browser.get(at(`/members/${person.memberId}/help`))).status).toBe(404);
      expect((await browser.post(at('/entry/ends'), { memberNumber: person.memberNumber })).status).toBe(404);
    }
  });
});
