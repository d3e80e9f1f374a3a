import { Accounts } from '@smartpar/identity/api';
import { type Claimant, ClaimsHouse, type Holder } from './claims-house';

let town: ClaimsHouse;
let acme: Claimant;
let domain: string;
let domainId: string;

beforeAll(async () => {
  town = await ClaimsHouse.open();
});

beforeEach(async () => {
  acme = await town.claimant();
  domain = town.domain();
  domainId = await acme.prove(domain);
  await town.mails();
});

afterAll(() => town.close());

/** A link for a new password, as it is mailed to an address. */
async function resetLink(email: string): Promise<string> {
  await town.mails();
  await town.house.app.inject({ method: 'POST', url: '/api/password-resets', payload: { email } });
  const mail = (await town.mails()).find(({ template }) => template === 'identity.password-reset');
  return town.house.links.make('password-reset', [String(mail?.facts['accountId']), String(mail?.facts['resetId'])]);
}
const opens = async (token: string): Promise<number> =>
  (await town.house.app.inject({ method: 'POST', url: '/api/password-resets/preview', payload: { token } })).statusCode;
const person = (name: string) => town.person(`${name}@${domain}`);
const own = async (holder: Holder) => (await holder.get('/api/account/claims')).body.items;
/** The mails about claims and addresses that wait, as kind and reader. */
const templates = async () =>
  (await town.mails())
    .filter(({ template, facts }) => facts['domain'] === domain || template.startsWith('identity.sign-in-address'))
    .map(({ to, template }) => `${template} ${to}`)
    .toSorted();

describe('the accounts that use a domain', () => {
  it('are counted for the organization that has proved it, and for no other', async () => {
    await person('ines');
    await person('joris');
    expect((await acme.get(`/domains/${domainId}/accounts`)).body).toMatchObject({ domain, accounts: 2, members: 0, mayStart: true, claim: null });
    const other = await town.claimant();
    const theirs = (await other.post('/domains', { domain })).body;
    expect((await other.get(`/domains/${theirs.id}/accounts`)).body).toMatchObject({ accounts: 0, members: 0, mayStart: false });
    expect((await other.get(`/domains/${domainId}/accounts`)).status).toBe(404);
  });

  it('are no other organization’s business: who is a member elsewhere counts as anybody else', async () => {
    const elsewhere = await town.claimant();
    await town.house.browserOf(elsewhere.organizationId, `kai@${domain}`, []);
    await town.house.browserOf(acme.organizationId, `lena@${domain}`, []);
    expect((await acme.get(`/domains/${domainId}/accounts`)).body).toMatchObject({ accounts: 2, members: 1 });
  });

  it('cannot be claimed without a proof, without anybody to claim, twice at once, or by somebody who proved who they are long ago', async () => {
    expect((await acme.post(`/domains/${domainId}/claims`)).body.code).toBe('account_claim.nobody');
    await person('ines');
    const unproved = (await acme.post('/domains', { domain: town.domain() })).body;
    expect((await acme.post(`/domains/${unproved.id}/claims`)).body.code).toBe('account_claim.proof_missing');
    town.house.time.advance({ hours: 1 });
    expect((await acme.post(`/domains/${domainId}/claims`)).body.code).toBe('reauthentication_required');
    await acme.owner.prove();
    expect((await acme.post(`/domains/${domainId}/claims`)).status).toBe(201);
    expect((await acme.post(`/domains/${domainId}/claims`)).body.code).toBe('account_claim.running');
  });
});

describe('a claim', () => {
  it('tells everybody by mail and in the app what changes, whom to ask and until when, once each', async () => {
    const [ines, joris] = [await person('ines'), await person('joris')];
    await town.mails();
    const claimId = await acme.claim(domainId);
    await town.work();
    expect(await templates()).toEqual([`organizations.claim-told ${ines.email}`, `organizations.claim-told ${joris.email}`]);
    expect(await own(ines)).toMatchObject([{ id: claimId, domain, state: 'told', organization: expect.stringContaining('claimant'), objection: null }]);
    expect((await acme.get(`/account-claims/${claimId}`)).body).toMatchObject({ state: 'running', toldAt: expect.any(String), waitsForProof: false });
    expect(await acme.counts(claimId)).toEqual({ told: 2 });
  });

  it('tells more people than fit one step, each once, whatever breaks in between', async () => {
    for (let n = 0; n < 130; n += 1) await town.house.get(Accounts).create({ email: `p${n}@${domain}`, name: null, locale: 'en' });
    await town.mails();
    const claimId = await acme.claim(domainId);
    const told = (await town.mails()).filter(({ template }) => template === 'organizations.claim-told').map(({ to }) => to);
    expect([told.length, new Set(told).size]).toEqual([130, 130]);
    expect(await acme.counts(claimId)).toEqual({ told: 130 });
    await town.days(15);
    expect(await acme.counts(claimId)).toEqual({ joined: 130 });
    expect((await acme.get(`/account-claims/${claimId}/members?size=100`)).body.items).toHaveLength(100);
  });

  it('changes nothing for two weeks, then makes members who are active by their next sign-in', async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    await town.days(13);
    expect(await acme.counts(claimId)).toEqual({ told: 1 });
    await town.mails();
    await town.days(2);
    expect(await acme.counts(claimId)).toEqual({ joined: 1 });
    expect((await acme.get(`/account-claims/${claimId}`)).body.state).toBe('in-force');
    expect(await templates()).toEqual([`organizations.claim-in-force ${ines.email}`]);
    const [member] = (await acme.get(`/account-claims/${claimId}/members`)).body.items;
    expect(member).toEqual({ memberId: expect.any(String), memberNumber: expect.stringMatching(/^M-\d+$/), joinedAt: expect.any(String) });
    const status = () =>
      town.rows<{ status: string }>(
        acme.organizationId,
        `select status from members where organization_id = $1 and account_id is not null and email like 'ines@%'`,
      );
    expect(await status()).toEqual([{ status: 'invited' }]);
    const entered = await ines.signIn();
    expect(entered.body.memberships).toMatchObject([{ organizationId: acme.organizationId }]);
    expect(await status()).toEqual([{ status: 'active' }]);
  });

  it('takes along nothing of before: what was asked stays with whoever answered then', async () => {
    const ines = await person('ines');
    const elsewhere = await town.claimant();
    const claimId = await acme.claim(domainId);
    await town.days(15);
    expect(await acme.counts(claimId)).toEqual({ joined: 1 });
    for (const table of ['privacy_requests', 'access_ledger']) {
      const rows = await town.rows(acme.organizationId, `select from ${table} where organization_id = $1`).catch(() => []);
      expect(rows).toEqual([]);
    }
    expect((await elsewhere.get('/account-claims/' + claimId)).status).toBe(404);
    expect((await own(ines))[0]).toMatchObject({ state: 'joined' });
  });

  it('leaves out whoever moved to another address, at the old and the new of which they are told', async () => {
    const [ines, joris] = [await person('ines'), await person('joris')];
    const before = ines.email;
    const claimId = await acme.claim(domainId);
    const home = `ines-${domainId}@home.example`;
    expect((await town.move(ines, home)).status).toBe(204);
    expect((await own(ines))[0]).toMatchObject({ state: 'moved' });
    expect(await templates()).toEqual([`identity.sign-in-address-changed ${before}`, `identity.sign-in-address-changed ${home}`].toSorted());
    await town.work();
    expect(await acme.counts(claimId)).toEqual({ told: 1, moved: 1 });
    await town.days(15);
    expect(await acme.counts(claimId)).toEqual({ joined: 1, moved: 1 });
    expect((await ines.signIn(before)).status).toBe(401);
    expect((await ines.signIn()).body.memberships).toEqual([]);
    expect((await own(joris))[0]).toMatchObject({ state: 'joined' });
  });

  it('is stopped by the organization: nothing changes, and everybody hears so', async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    await town.mails();
    expect((await acme.post(`/account-claims/${claimId}/stop`)).body).toMatchObject({ state: 'stopped', stoppedBecause: 'by-organization' });
    await town.work();
    expect(await templates()).toEqual([`organizations.claim-stopped ${ines.email}`]);
    expect((await acme.post(`/account-claims/${claimId}/stop`)).body.code).toBe('account_claim.over');
    await town.days(16);
    expect(await acme.counts(claimId)).toEqual({ stopped: 1 });
    expect((await ines.post(`/api/account/claims/${claimId}/stay`, {})).body.code).toBe('account_claim.choice_made');
    await acme.owner.prove();
    expect((await acme.post(`/domains/${domainId}/claims`)).status).toBe(201);
  });

  it('waits while the proof is missing, and stops when it is lost', async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    await town.days(13);
    town.unpublish(domain);
    await town.days(2);
    expect(await acme.counts(claimId)).toEqual({ told: 1 });
    expect((await acme.get(`/account-claims/${claimId}`)).body).toMatchObject({ state: 'running', waitsForProof: true });
    await town.days(3);
    expect((await acme.get(`/account-claims/${claimId}`)).body).toMatchObject({ state: 'stopped', stoppedBecause: 'proof-lost' });
    expect((await own(ines))[0]).toMatchObject({ state: 'stopped' });
    expect((await acme.get(`/domains/${domainId}/accounts`)).body).toMatchObject({ accounts: 0, mayStart: false });
  });

  it('lets whoever still waits after an objection go with the proof, and a proof that comes back joins nobody', async () => {
    const [ines, joris] = [await person('ines'), await person('joris')];
    const claimId = await acme.claim(domainId);
    await ines.post(`/api/account/claims/${claimId}/objection`, { words: 'This is my own name.' });
    await town.days(13);
    const [waiting] = (await acme.get('/claim-objections')).body.items;
    await acme.post(`/claim-objections/${waiting.id}/answer`, { decision: 'refuse', words: 'It was bought for work.' });
    await town.days(2);
    expect(await acme.counts(claimId)).toEqual({ joined: 1, told: 1 });
    const { recordValue } = (await acme.get('/domains')).body.items[0];
    town.unpublish(domain);
    await town.days(4);
    town.publish(domain, recordValue);
    town.house.time.advance({ minutes: 10 });
    await acme.owner.signIn();
    expect((await acme.post(`/domains/${domainId}/verification`)).body.state).toBe('verified');
    await town.days(10);
    expect(await acme.counts(claimId)).toEqual({ joined: 1, stopped: 1 });
    expect([(await own(ines))[0].state, (await own(joris))[0].state]).toEqual(['stopped', 'joined']);
    expect(await town.planned(acme.organizationId)).toEqual([]);
  });

  it('of the same accounts once more leaves out whoever was left alone, and whoever waits for an answer', async () => {
    const [ines, joris, kai] = [await person('ines'), await person('joris'), await person('kai')];
    const first = await acme.claim(domainId);
    for (const holder of [ines, joris]) await holder.post(`/api/account/claims/${first}/objection`, { words: 'This is my own name.' });
    const [waiting] = (await acme.get('/claim-objections')).body.items;
    await acme.post(`/claim-objections/${waiting.id}/answer`, { decision: 'accept', words: 'You are right.' });
    await town.days(15);
    expect(await acme.counts(first)).toEqual({ keptOut: 1, objected: 1, joined: 1 });
    await person('lena');
    await acme.owner.signIn();
    const second = await acme.claim(domainId);
    expect(await acme.counts(second)).toEqual({ told: 1 });
    await town.days(15);
    expect(await acme.counts(first)).toEqual({ keptOut: 1, objected: 1, joined: 1 });
    expect((await own(kai))[0].state).toBe('joined');
  });

  it('stops with the domain that is given up', async () => {
    await person('ines');
    const claimId = await acme.claim(domainId);
    await acme.owner.browser.delete(`/api/organizations/${acme.organizationId}/domains/${domainId}`);
    await town.work();
    expect(await acme.counts(claimId)).toEqual({ stopped: 1 });
  });

  it('is written down in counts, without an address and without which account it was', async () => {
    const ines = await person('ines');
    await acme.claim(domainId);
    await ines.post(`/api/account/claims/${(await own(ines))[0].id}/objection`, { words: 'This is my own name.' });
    await town.days(15);
    const log = JSON.stringify(await acme.log());
    expect(log).toContain('account-claim.started');
    for (const secret of [ines.email, ines.accountId, 'own name', domain]) expect(log).not.toContain(secret);
  });
});

describe('the holder of a claimed account', () => {
  it('may say that it is for work, and still change their mind', async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    expect((await ines.post(`/api/account/claims/${claimId}/stay`, {})).status).toBe(204);
    expect(await acme.counts(claimId)).toEqual({ stays: 1 });
    await town.move(ines, `ines-later-${domainId}@home.example`);
    await town.work();
    expect(await acme.counts(claimId)).toEqual({ moved: 1 });
  });

  it('sees and chooses nothing about claims of others', async () => {
    const [ines, stranger] = [await person('ines'), await town.person(`stranger-${domainId}@home.example`)];
    const claimId = await acme.claim(domainId);
    expect(await own(stranger)).toEqual([]);
    expect((await stranger.post(`/api/account/claims/${claimId}/stay`, {})).status).toBe(404);
    expect((await stranger.post(`/api/account/claims/${claimId}/objection`, { words: 'No.' })).status).toBe(404);
    expect((await own(ines))[0].state).toBe('told');
  });

  it('objects, and joins neither before an answer nor after a yes', async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    await town.mails();
    await ines.post(`/api/account/claims/${claimId}/objection`, { words: 'This is my own name.' });
    expect((await templates()).filter((mail) => mail.startsWith('organizations.objection-made'))).not.toEqual([]);
    await town.days(13);
    const [waiting] = (await acme.get('/claim-objections')).body.items;
    expect(waiting).toMatchObject({ claimId, domain, address: ines.email, words: 'This is my own name.' });
    expect((await acme.post(`/claim-objections/${waiting.id}/answer`, { decision: 'accept', words: 'You are right.' })).status).toBe(204);
    await town.days(9);
    expect(await acme.counts(claimId)).toEqual({ keptOut: 1 });
    expect((await own(ines))[0]).toMatchObject({ state: 'kept-out', objection: { state: 'accepted', answer: 'You are right.' } });
    expect((await acme.get('/claim-objections')).body.items).toEqual([]);
    expect((await acme.post(`/claim-objections/${waiting.id}/answer`, { decision: 'refuse', words: 'No.' })).body.code).toBe('claim_objection.answered');
  });

  it('has another week to move after a no', async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    await ines.post(`/api/account/claims/${claimId}/objection`, { words: 'This is my own name.' });
    await town.days(13);
    const [waiting] = (await acme.get('/claim-objections')).body.items;
    await acme.post(`/claim-objections/${waiting.id}/answer`, { decision: 'refuse', words: 'It was bought for work.' });
    await town.days(5);
    expect(await acme.counts(claimId)).toEqual({ told: 1 });
    expect((await ines.post(`/api/account/claims/${claimId}/objection`, { words: 'Once more.' })).body.code).toBe('account_claim.choice_made');
    await town.days(3);
    expect(await acme.counts(claimId)).toEqual({ joined: 1 });
  });

  it('moves only to an address that says yes, and learns of nobody else’s by that', async () => {
    const [ines, joris] = [await person('ines'), await person('joris')];
    expect((await ines.put('/api/account/sign-in-address', { email: ines.email.toUpperCase() })).body.code).toBe('account.same_address');
    expect((await ines.put('/api/account/sign-in-address', { email: joris.email })).status).toBe(202);
    expect((await ines.signIn()).status).toBe(200);
    expect((await town.move(ines, joris.email)).status).toBe(409);
    expect((await ines.post('/api/sign-in-addresses/confirmation', { token: 'made-up' })).status).toBe(410);
    town.house.time.advance({ hours: 1 });
    expect((await ines.put('/api/account/sign-in-address', { email: 'x@home.example' })).body.code).toBe('reauthentication_required');
  });
});

it('a link for a new password that lies in the mailbox of before opens nothing once the account has moved', async () => {
  const ines = await person('ines');
  const token = await resetLink(ines.email);
  expect(await opens(token)).toBe(200);
  await town.move(ines, `ines-moved-${domainId}@home.example`);
  expect(await opens(token)).toBe(410);
});

describe('the sign-in address of a member', () => {
  const joined = async () => {
    const ines = await person('ines');
    const claimId = await acme.claim(domainId);
    await town.days(15);
    await acme.owner.signIn();
    const [{ memberNumber }] = (await acme.get(`/account-claims/${claimId}/members`)).body.items;
    await town.mails();
    return { ines, memberNumber };
  };
  const change = (memberNumber: string, email: string) => acme.owner.put(`/api/organizations/${acme.organizationId}/sign-in-address`, { memberNumber, email });

  it('is changed by the organization within its domain, and its holder is told at both', async () => {
    const { ines, memberNumber } = await joined();
    const [before, after] = [ines.email, `ines.new@${domain}`];
    const token = await resetLink(before);
    expect((await change(memberNumber, after)).status).toBe(204);
    expect(await opens(token)).toBe(410);
    expect(await templates()).toEqual([`identity.sign-in-address-changed ${after}`, `identity.sign-in-address-changed ${before}`].toSorted());
    expect((await ines.signIn(before)).status).toBe(401);
    expect((await ines.signIn(after)).status).toBe(200);
  });

  it('is out of reach elsewhere, for whoever moved away, and while the proof is missing', async () => {
    const { ines, memberNumber } = await joined();
    const joris = await person('joris');
    expect((await change(memberNumber, 'ines@home.example')).body.code).toBe('sign-in-address.not_of_domain');
    expect((await change(memberNumber, joris.email)).body.code).toBe('account.address_taken');
    expect((await change('M-999999', `x@${domain}`)).body.code).toBe('member.unknown');
    town.unpublish(domain);
    await town.days(1);
    await acme.owner.signIn();
    expect((await change(memberNumber, `ines.new@${domain}`)).body.code).toBe('sign-in-address.not_of_domain');
    await town.move(ines, `ines-away-${domainId}@home.example`);
    expect((await change(memberNumber, `ines.back@${domain}`)).body.code).toBe('sign-in-address.not_of_domain');
  });
});
