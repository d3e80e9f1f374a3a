import { randomUUID } from 'node:crypto';
import type { Role } from '@smartpar/access/model';
import { AddVerifiedDomain } from '@smartpar/organizations/api';
import { WholeHouse } from '../refusals/whole-house';
import { setUpFactor } from './authenticator';
import { Browser } from './browser';

const PASSWORD = 'tidal lantern orbit moss';

let house: WholeHouse;
let made = 0;
beforeAll(async () => {
  house = await WholeHouse.open({ STAFF_SECOND_FACTOR: 'required' });
}, 60_000);
beforeEach(() => house.time.advance({ hours: 25 }));
afterAll(() => house.close());

/** An organization with an owner who has a second factor. */
async function organization() {
  const id = await house.organization(`larkspur-${++made}`);
  const owner = await member(id, ['owner']);
  return { id, owner, at: (path: string) => `/api/organizations/${id}${path}` };
}

async function member(organizationId: string, roles: readonly Role[]) {
  const email = `person${++made}@larkspur.example`;
  const browser = await house.browserOf(organizationId, email, roles);
  const [row] = await house.database.readTenant<{ number: number }>(organizationId, {
    text: 'select number from members where organization_id = $1 and email = $2',
    values: [organizationId, email],
  });
  return { email, browser, memberNumber: `M-${row!.number}`, accountId: (await browser.get('/api/session')).body.account.id as string }; // as: the contract of the session
}

const require = (browser: Browser, at: string, graceDays: number, version = 0) => browser.put(at, { required: true, graceDays, version });
const fresh = async (email: string, code?: string): Promise<Browser> => {
  const browser = new Browser(house.app);
  await browser.signIn(email, PASSWORD);
  if (code !== undefined) await browser.post('/api/session/code', { code });
  return browser;
};
const subjectsTo = async (email: string) =>
  (await house.database.global((tx) => tx.query<{ facts: { what?: string } }>('select facts from mail_outbox where to_address = $1', [email]))).flatMap(
    ({ facts }) => facts.what ?? [],
  );

describe('an organization that asks for a second factor', () => {
  it('lets people in without one until the grace is over, then says why not, at every door of its own and at no other', async () => {
    const { id, owner, at } = await organization();
    const { browser, email } = await member(id, []);
    const elsewhere = await house.organization(`fern-${++made}`);
    expect((await require(await fresh(owner.email), at('/second-factor'), 7)).body).toMatchObject({ required: true, graceDays: 7, version: 1 });
    expect((await browser.get(at('/abilities'))).status).toBe(200);
    expect((await browser.get('/api/session')).body.memberships).toMatchObject([{ mayEnter: true, factorFrom: expect.any(String) }]);
    house.time.advance({ days: 7 });
    for (const path of ['/abilities', '/my/requests', '/my/administrator']) {
      const { status, body } = await (await fresh(email)).get(at(path));
      expect([status, body.code]).toEqual([403, 'second-factor.required']);
    }
    const session = await fresh(email);
    expect((await session.get('/api/session')).body.memberships).toMatchObject([{ organizationId: id, mayEnter: false }]);
    expect((await session.get('/api/account/sessions')).status).toBe(200);
    expect((await session.get(`/api/organizations/${elsewhere}/abilities`)).status).toBe(404);
    const { app } = await setUpFactor(session, house.time);
    expect((await session.get(at('/abilities'))).status).toBe(200);
    expect((await (await fresh(email, app.next())).get(at('/my/requests'))).status).toBe(200);
  });

  it('keeps out a session from before the second factor until its code is given', async () => {
    const { id, owner, at } = await organization();
    const { email } = await member(id, []);
    const before = await fresh(email);
    const { app } = await setUpFactor(await fresh(email), house.time);
    await require(await fresh(owner.email), at('/second-factor'), 0);
    expect((await before.get(at('/abilities'))).body.code).toBe('second-factor.required');
    expect((await before.post('/api/session/reauthentication', { password: PASSWORD, code: app.next() })).status).toBe(200);
    expect((await before.get(at('/abilities'))).status).toBe(200);
  });

  it('is set by an owner with a proof of identity not long ago, once, and seen in the log', async () => {
    const { id, owner, at } = await organization();
    const officer = await member(id, ['privacy-officer']);
    expect((await officer.browser.get(at('/second-factor'))).body).toEqual({ required: false, graceDays: 14, requiredFrom: null, version: 0 });
    expect((await require(officer.browser, at('/second-factor'), 0)).status).toBe(404);
    const key = { 'idempotency-key': randomUUID() };
    const wanted = { required: true, graceDays: 3, version: 0 };
    const session = await fresh(owner.email);
    const answers = await Promise.all([session.put(at('/second-factor'), wanted, key), session.put(at('/second-factor'), wanted, key)]);
    expect(answers.map(({ body }) => body.version)).toEqual([1, 1]);
    expect((await require(session, at('/second-factor'), 5, 0)).body.code).toBe('second-factor-requirement.changed_meanwhile');
    expect((await session.put(at('/second-factor'), { required: true, graceDays: 91, version: 1 })).status).toBe(422);
    house.time.advance({ minutes: 11 });
    expect((await require(session, at('/second-factor'), 5, 1)).body.code).toBe('reauthentication_required');
    expect((await actions(id)).filter((action) => action === 'second-factor-requirement.set')).toHaveLength(1);
  });
});

describe('SmartPAR\u2019s staff', () => {
  it('come in with a second factor only, and still reach their account', async () => {
    const { workforceOrganizationId: id } = house.installation;
    const { browser } = await member(id, ['support']);
    expect((await browser.get(`/api/organizations/${id}/oversight/organizations`)).body.code).toBe('second-factor.required');
    expect((await browser.get('/api/session')).body.memberships).toMatchObject([{ mayEnter: false }]);
    await setUpFactor(await fresh((await browser.get('/api/session')).body.account.email), house.time);
    const again = await fresh((await browser.get('/api/session')).body.account.email);
    expect(again.jar.has('__Host-half-session')).toBe(true);
  });
});

async function actions(organizationId: string): Promise<string[]> {
  const rows = await house.database.readTenant<{ action: string }>(organizationId, {
    text: 'select action from audit_entries where organization_id = $1 order by id',
    values: [organizationId],
  });
  return rows.map(({ action }) => action);
}

/** Somebody in two organizations with a second factor, the first of which has just reset it. */
async function afterReset() {
  const { id, owner, at } = await organization();
  const person = await member(id, []);
  const holder = await fresh(person.email);
  const held = await setUpFactor(holder, house.time);
  house.time.advance({ minutes: 1 });
  const reset = await (await fresh(owner.email)).post(at('/second-factor/resets'), { memberNumber: person.memberNumber });
  expect(reset.status).toBe(204);
  house.time.advance({ minutes: 1 });
  const half = await fresh(person.email);
  return { id, at, owner, person, holder, held, half };
}

describe('an organization that resets a member\u2019s second factor', () => {
  it('tells the holder, and writes it down without saying whether there was one', async () => {
    const { id, person, owner, at } = await afterReset();
    expect(await subjectsTo(person.email)).toContain('reset-by-organization');
    expect(await actions(id)).toContain('second-factor.reset');
    const without = await member(id, []);
    expect((await (await fresh(owner.email)).post(at('/second-factor/resets'), { memberNumber: without.memberNumber })).status).toBe(204);
    expect(await subjectsTo(without.email)).toEqual([]);
    expect((await without.browser.get(at('/abilities'))).status).toBe(200);
  });

  it('opens entry to itself alone, once a new one was set up there, and leaves the person\u2019s own side closed', async () => {
    const { id, at, half, person } = await afterReset();
    const entered = await half.post('/api/session/entry-by-reset', {});
    expect(entered.body).toMatchObject({ onlyIn: id, secondFactor: false, memberships: [{ organizationId: id, mayEnter: false }] });
    expect((await half.get(at('/abilities'))).body.code).toBe('second-factor.required');
    const { recoveryCodes, app } = await setUpFactor(half, house.time);
    expect(recoveryCodes).toEqual([]);
    expect((await half.get(at('/abilities'))).status).toBe(200);
    for (const path of ['/my/requests', '/my/administrator']) expect((await half.get(at(path))).body.code).toBe('my-privacy.closed');
    for (const [path, method] of [
      ['sessions', 'get'],
      ['password', 'put'],
      ['recovery-codes', 'post'],
      ['private-address', 'put'],
    ] as const)
      expect((method === 'get' ? await half.get(`/api/account/${path}`) : await half[method](`/api/account/${path}`, {})).body.code).toBe('session.limited');
    expect((await half.delete('/api/account/second-factor')).body.code).toBe('session.limited');
    const later = await fresh(person.email, app.next());
    expect((await later.get('/api/session')).body).toMatchObject({ onlyIn: id });
  });

  it('opens no other organization, and none of the account', async () => {
    const { half } = await afterReset();
    const other = await organization();
    await half.post('/api/session/entry-by-reset', {});
    expect((await half.get(other.at('/abilities'))).status).toBe(404);
    expect((await half.get('/api/account/second-factor')).body).toEqual({ since: null, recoveryCodesLeft: 0, privateAddress: null, unconfirmedAddress: null });
  });

  it('lets in without a code for 72 hours, and not again once a new one was set up', async () => {
    const { half, person } = await afterReset();
    await half.post('/api/session/entry-by-reset', {});
    await setUpFactor(half, house.time);
    expect((await (await fresh(person.email)).post('/api/session/entry-by-reset', {})).body.code).toBe('second-factor.refused');
    const slow = await afterReset();
    house.time.advance({ hours: 72 });
    expect((await (await fresh(slow.person.email)).post('/api/session/entry-by-reset', {})).body.code).toBe('second-factor.refused');
  });

  it('refuses by the same words whoever was not reset', async () => {
    const { id } = await organization();
    const person = await member(id, []);
    await setUpFactor(await fresh(person.email), house.time);
    expect((await (await fresh(person.email)).post('/api/session/entry-by-reset', {})).body.code).toBe('second-factor.refused');
  });

  it('no longer takes the one from before, which keeps opening everything else', async () => {
    const { at, holder, held, person } = await afterReset();
    expect((await holder.get(at('/my/requests'))).body.code).toBe('second-factor.required');
    expect((await holder.get('/api/account/sessions')).status).toBe(200);
    const again = await fresh(person.email, held.app.next());
    await setUpFactor(again, house.time);
    expect((await again.get(at('/my/requests'))).status).toBe(200);
  });

  it('an owner resets anybody\u2019s but their own, a user administrator no owner\u2019s, and nobody a stranger\u2019s', async () => {
    const { id, owner, at } = await organization();
    const administrator = await member(id, ['user-administrator']);
    const other = await organization();
    const refusals = [
      [owner.email, owner.memberNumber],
      [administrator.email, owner.memberNumber],
      [owner.email, other.owner.memberNumber.replace(/\d+/, '99999')],
      [owner.email, 'nobody'],
    ] as const;
    for (const [email, memberNumber] of refusals)
      expect((await (await fresh(email)).post(at('/second-factor/resets'), { memberNumber })).body.errors).toEqual([
        expect.objectContaining({ field: 'memberNumber' }),
      ]);
    expect((await (await fresh(owner.email)).post(at('/second-factor/resets'), { memberNumber: administrator.memberNumber })).status).toBe(204);
    house.time.advance({ minutes: 11 });
    expect((await owner.browser.post(at('/second-factor/resets'), { memberNumber: administrator.memberNumber })).status).toBe(403);
  });

  it('whoever comes in by it cannot go on guessing at the holder\u2019s codes without waiting', async () => {
    const { person, half } = await afterReset();
    await half.post('/api/session/entry-by-reset', {});
    const { app } = await setUpFactor(half, house.time);
    const statuses = [];
    for (let n = 0; n < 6; n++) {
      statuses.push((await (await fresh(person.email)).post('/api/session/code', { code: '000000' })).status);
      if (n === 3) await fresh(person.email, app.next());
    }
    expect(statuses).toContain(429);
  });
});

describe('proving that one is the holder after a reset', () => {
  it('a recovery code opens everything again, fresh for a new second factor', async () => {
    const { half, held, at, person } = await afterReset();
    await half.post('/api/session/entry-by-reset', {});
    expect((await half.post('/api/session/proof', { code: 'AAAA-AAAA-AAAA-AAAA' })).body.code).toBe('second-factor.refused');
    expect((await half.post('/api/session/proof', { code: held.recoveryCodes[1]! })).body).toMatchObject({ onlyIn: null, memberships: [{ mayEnter: true }] });
    expect((await half.get(at('/my/requests'))).status).toBe(200);
    expect((await half.post('/api/session/proof', { code: held.recoveryCodes[1]! })).status).toBe(401);
    const { app } = await setUpFactor(half, house.time);
    expect((await (await fresh(person.email, app.next())).get(at('/my/requests'))).status).toBe(200);
    expect(await subjectsTo(person.email)).toContain('proved');
  });

  it('at the door too: a recovery code there is as good', async () => {
    const { half, held, at } = await afterReset();
    expect((await half.post('/api/session/code', { code: held.recoveryCodes[0]! })).body).toMatchObject({ onlyIn: null });
    expect((await half.get(at('/my/requests'))).status).toBe(200);
  });

  it('where there is no private address, says so', async () => {
    const { half } = await afterReset();
    await half.post('/api/session/entry-by-reset', {});
    expect((await half.post('/api/session/proof-links', {})).body.code).toBe('private-address.none');
  });

  it('a link to the private address does, once, in the session that asked for it', async () => {
    const { half, holder, held, person, at } = await afterReset();
    const own = await fresh(person.email, held.app.next());
    await confirmAddress(own, 'anna@home.example');
    await half.post('/api/session/entry-by-reset', {});
    expect((await half.post('/api/session/proof-links', {})).status).toBe(202);
    const token = await tokenFor('anna@home.example', 'proof');
    expect((await holder.post('/api/session/proof-by-link', { token })).status).toBe(410);
    expect((await half.post('/api/session/proof-by-link', { token })).body).toMatchObject({ onlyIn: null });
    expect((await half.get(at('/my/requests'))).status).toBe(200);
    expect((await half.post('/api/session/proof-by-link', { token })).status).toBe(410);
  });

  it('an address the organization came to read meanwhile proves nothing any more', async () => {
    const { id, half, held, person } = await afterReset();
    await confirmAddress(await fresh(person.email, held.app.next()), `anna@later${made}.example`);
    await house.get(AddVerifiedDomain).run(id, `later${made}.example`);
    await half.post('/api/session/entry-by-reset', {});
    expect((await half.post('/api/session/proof-links', {})).body.code).toBe('private-address.none');
  });

  it('a private address lies out of every organization\u2019s reach and says yes first', async () => {
    const { id } = await organization();
    const { email } = await member(id, []);
    await house.get(AddVerifiedDomain).run(id, `reach${made}.example`);
    const browser = await fresh(email);
    for (const address of [email.toUpperCase(), `anna@reach${made}.example`])
      expect((await browser.put('/api/account/private-address', { email: address })).body.code).toBe('private-address.not_private');
    expect((await browser.put('/api/account/private-address', { email: `own${made}@home.example` })).status).toBe(202);
    expect((await browser.get('/api/account/second-factor')).body).toMatchObject({ privateAddress: null, unconfirmedAddress: `own${made}@home.example` });
    const token = await tokenFor(`own${made}@home.example`, 'private-address');
    expect((await new Browser(house.app).post('/api/private-addresses/confirmation', { token })).status).toBe(204);
    expect((await new Browser(house.app).post('/api/private-addresses/confirmation', { token })).status).toBe(410);
    expect((await browser.get('/api/account/second-factor')).body).toMatchObject({ privateAddress: `own${made}@home.example` });
    expect((await browser.delete('/api/account/private-address')).status).toBe(204);
    expect((await browser.get('/api/account/second-factor')).body).toMatchObject({ privateAddress: null });
  });
});

async function confirmAddress(browser: Browser, email: string): Promise<void> {
  await browser.put('/api/account/private-address', { email });
  await browser.post('/api/private-addresses/confirmation', { token: await tokenFor(email, 'private-address') });
}

/** The token of the newest link to somebody, made as the mail makes it. */
async function tokenFor(email: string, purpose: 'proof' | 'private-address'): Promise<string> {
  const rows = await house.database.global((tx) =>
    tx.query<{ facts: { accountId: string; addressId?: string; proofId?: string } }>('select facts from mail_outbox where to_address = $1 order by id', [
      email,
    ]),
  );
  const facts = rows.map((row) => row.facts).findLast((one) => one.addressId ?? one.proofId);
  return house.links.make(purpose, [facts?.accountId ?? '', facts?.proofId ?? facts?.addressId ?? '']);
}
