import type { Answer } from '../identity/browser';
import { type Claimant, ClaimsHouse, Holder } from './claims-house';

let town: ClaimsHouse;
let counsel: Holder;
let support: Holder;
let acme: Claimant;
let fern: Claimant;
let domain: string;
let acmeDomain: string;
let fernDomain: string;

beforeAll(async () => {
  town = await ClaimsHouse.open();
  const { workforceOrganizationId } = town.house.installation;
  const staff = async (name: string, role: 'privacy-counsel' | 'support') =>
    new Holder(await town.house.browserOf(workforceOrganizationId, `${name}@smartpar.example`, [role]), '', `${name}@smartpar.example`);
  [counsel, support] = [await staff('counsel', 'privacy-counsel'), await staff('support', 'support')];
});

beforeEach(async () => {
  [acme, fern] = [await town.claimant(), await town.claimant()];
  domain = town.domain();
  fernDomain = await fern.prove(domain);
  acmeDomain = await acme.prove(domain);
  await town.mails();
});

afterAll(() => town.close());

const cases = (): string => `/api/organizations/${town.house.installation.workforceOrganizationId}/oversight/domain-cases`;
const open = async (by = acme, domainId = acmeDomain): Promise<Answer> => {
  const answer = await by.post(`/domains/${domainId}/disputes`, { words: 'We bought it in March.' });
  await town.work();
  return answer;
};
const known = async () => (await counsel.get(`${cases()}?size=100`)).body.items.find((one: { domain: string }) => one.domain === domain);
const decide = async (decision: string, reason = 'The register says so.') => {
  await counsel.signIn();
  const answer = await counsel.post(`${cases()}/${(await known()).id}/decision`, { decision, reason });
  await town.work();
  return answer;
};
const disputes = async (of: Claimant) => (await of.get('/domain-disputes')).body.items;
const mailed = async () =>
  (await town.mails())
    .filter(({ facts }) => facts['domain'] === domain)
    .map(({ template, to }) => `${template} ${to}`)
    .toSorted();

describe('a domain that two organizations have proved', () => {
  it('is put to SmartPAR’s staff by the second; each side hears of it, and neither of the other’s name', async () => {
    expect((await open()).status).toBe(201);
    expect(await known()).toMatchObject({
      kind: 'domain',
      words: 'We bought it in March.',
      claimant: expect.any(String),
      holder: expect.any(String),
      decision: null,
    });
    expect(await mailed()).toEqual([`organizations.case-opened ${counsel.email}`, `organizations.dispute-opened ${fern.owner.email}`]);
    const [ours, theirs] = [await disputes(acme), await disputes(fern)];
    expect([ours[0], theirs[0]]).toMatchObject([
      { side: 'claimant', domain, words: 'We bought it in March.', decision: null },
      { side: 'holder', domain, words: null, decision: null },
    ]);
    const { claimant, holder } = await known();
    expect(JSON.stringify(theirs)).not.toContain(claimant);
    expect(JSON.stringify(ours)).not.toContain(holder);
  });

  it('can be disputed only by who has published a proof, once at a time', async () => {
    expect((await open(fern, fernDomain)).body.code).toBe('domain_dispute.nothing');
    const third = await town.claimant();
    const unproved = (await third.post('/domains', { domain })).body;
    expect((await open(third, unproved.id)).body.code).toBe('domain_dispute.nothing');
    expect((await open(third, acmeDomain)).status).toBe(404);
    await open();
    expect((await open()).body.code).toBe('domain_dispute.open');
  });

  it('stays with the holder where staff say so', async () => {
    await open();
    await town.mails();
    expect((await decide('keep')).status).toBe(204);
    expect(await mailed()).toEqual([`organizations.dispute-decided ${acme.owner.email}`, `organizations.dispute-decided ${fern.owner.email}`].toSorted());
    for (const side of [acme, fern]) expect((await disputes(side))[0]).toMatchObject({ decision: 'keep', reason: 'The register says so.' });
    expect((await fern.get(`/domains/${fernDomain}/accounts`)).status).toBe(200);
    expect((await fern.get('/domains')).body.items[0].state).toBe('verified');
  });

  it('is taken from the holder where staff say so: its claims stop, and the other one may prove it', async () => {
    const person = await town.person(`ines@${domain}`);
    const claimId = await fern.claim(fernDomain);
    await open();
    await decide('take-away');
    expect((await fern.get('/domains')).body.items[0]).toMatchObject({ state: 'lost' });
    expect((await fern.get(`/account-claims/${claimId}`)).body).toMatchObject({ state: 'stopped', stoppedBecause: 'proof-lost' });
    expect((await person.get('/api/account/claims')).body.items[0].state).toBe('stopped');
    town.house.time.advance({ minutes: 1 });
    await acme.post(`/domains/${acmeDomain}/verification`);
    expect((await acme.get('/domains')).body.items[0]).toMatchObject({ state: 'verified' });
    town.house.time.advance({ minutes: 1 });
    await fern.post(`/domains/${fernDomain}/verification`);
    expect((await fern.get('/domains')).body.items[0]).toMatchObject({ state: 'lost', lastCheck: { outcome: 'held-elsewhere' } });
  });

  it('is decided once, by the privacy counsel alone, and only as such a case can be', async () => {
    await open();
    const { id } = await known();
    const body = { decision: 'keep', reason: 'The register says so.' };
    expect((await support.post(`${cases()}/${id}/decision`, body)).status).toBe(404);
    expect((await decide('leave-alone')).status).toBe(404);
    expect((await decide('keep')).status).toBe(204);
    expect((await decide('take-away')).body.code).toBe('domain_case.decided');
    expect((await fern.get('/domains')).body.items[0].state).toBe('verified');
    expect((await support.get(cases())).status).toBe(200);
  });

  it('that nobody holds any more by then is free', async () => {
    await acme.post(`/domains/${acmeDomain}/disputes`, { words: 'We bought it in March.' });
    await fern.owner.browser.delete(`/api/organizations/${fern.organizationId}/domains/${fernDomain}`);
    await town.work();
    expect((await disputes(acme))[0]).toMatchObject({ decision: 'free' });
  });
});

describe('what waits', () => {
  const waiting = async (who: Holder, organizationId: string) =>
    (await who.get(`/api/organizations/${organizationId}/waiting`)).body.items.filter(({ facts }: { facts: { domain?: string } }) => facts.domain === domain);

  it('an objection waits on the first page of whoever may answer, a case on that of the privacy counsel', async () => {
    const ines = await town.person(`ines@${domain}`);
    const claimId = await fern.claim(fernDomain);
    await ines.post(`/api/account/claims/${claimId}/objection`, { words: 'This is my own name.' });
    expect(await waiting(fern.owner, fern.organizationId)).toMatchObject([{ kind: 'claim-objection', dueAt: expect.any(String) }]);
    await open();
    const { workforceOrganizationId } = town.house.installation;
    expect(await waiting(counsel, workforceOrganizationId)).toMatchObject([{ kind: 'domain-case', dueAt: null }]);
    expect(await waiting(support, workforceOrganizationId)).toEqual([]);
  });

  it('a proof that is missing waits with the day on which it is lost, and after that without', async () => {
    town.unpublish(domain);
    await town.days(1);
    expect(await waiting(fern.owner, fern.organizationId)).toMatchObject([{ kind: 'domain', dueAt: expect.any(String), facts: { state: 'failing' } }]);
    await town.days(3);
    expect(await waiting(fern.owner, fern.organizationId)).toMatchObject([{ kind: 'domain', dueAt: null, facts: { state: 'lost' } }]);
  });
});

describe('an objection nobody answers', () => {
  it('goes to SmartPAR’s staff without the address, and what they decide counts', async () => {
    const ines = await town.person(`ines@${domain}`);
    const claimId = await fern.claim(fernDomain);
    await ines.post(`/api/account/claims/${claimId}/objection`, { words: 'This is my own name.' });
    await town.days(15);
    expect(await fern.counts(claimId)).toEqual({ objected: 1 });
    expect(await known()).toMatchObject({ kind: 'objection', words: 'This is my own name.', claimant: null });
    expect(JSON.stringify(await known())).not.toContain('ines@');
    expect((await fern.get('/claim-objections')).body.items).toEqual([]);
    expect((await decide('take-away')).status).toBe(404);
    expect((await decide('leave-alone')).status).toBe(204);
    expect(await fern.counts(claimId)).toEqual({ keptOut: 1 });
    expect((await ines.get('/api/account/claims')).body.items[0]).toMatchObject({
      state: 'kept-out',
      objection: { state: 'accepted', answer: 'The register says so.' },
    });
  });
});
