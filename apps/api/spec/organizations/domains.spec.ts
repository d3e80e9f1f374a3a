import { AddVerifiedDomain, OrganizationMatches, RecheckDomains } from '@smartpar/organizations/api';
import { takeMails } from '../members/members-house';
import { House } from './house';
import type { Answer, Person } from './person';

let house: House;
let owner: Person;
let made = 0;

beforeAll(async () => {
  house = await House.start();
});

beforeEach(async () => {
  house.published.clear();
  house.files.clear();
  owner = await house.person(await house.organization(), 'owner');
});

afterAll(() => house.stop());

const freshDomain = (): string => `larkspur-${++made}.example`;
const claimed = async (domain: string, by = owner) => (await by.post('/domains', { domain })).body;
const publish = ({ recordName, recordValue }: { recordName: string; recordValue: string }): unknown =>
  house.published.set(recordName, { kind: 'found', values: ['v=spf1 -all', recordValue] });
const check = (id: string, by = owner): Promise<Answer> => by.post(`/domains/${id}/verification`);
const later = (): void => house.time.advance({ seconds: 10 });
const holder = (domain: string) => house.database.global((tx) => house.get(OrganizationMatches).organizationOfDomain(tx, domain));

it('is claimed in any spelling and comes with the record that proves it', async () => {
  const { status, body } = await owner.post('/domains', { domain: ' Bücher-Larkspur.Example. ' });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    domain: 'xn--bcher-larkspur-gsb.example',
    state: 'claimed',
    recordName: '_smartpar.xn--bcher-larkspur-gsb.example',
    recordValue: expect.stringMatching(/^smartpar-verification=[0-9a-f]{40}$/),
    lastCheck: null,
    verifiedAt: null,
  });
  expect((await owner.post('/domains', { domain: 'bücher-larkspur.example' })).body.code).toBe('domain.claimed_already');
});

it.each([
  ['gmail.com', 'public_mail'],
  ['co.uk', 'public_suffix'],
  ['kawasaki.jp', 'public_suffix'],
  ['printer.local', 'not_public'],
  ['ana@larkspur.example', 'malformed'],
  ['127.0.0.1', 'malformed'],
])('%s cannot be claimed', async (domain, code) => {
  const { status, body } = await owner.post('/domains', { domain });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'domain.refused', errors: [{ field: 'domain', code }] });
});

it('is verified once the record is published, and then questions find the organization by it', async () => {
  const domain = freshDomain();
  const claim = await claimed(domain);
  expect(await holder(domain)).toBeNull();
  publish(claim);
  const { status, body } = await check(claim.id);
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: 'verified', lastCheck: { outcome: 'proved' }, verifiedAt: house.time.now().toString() });
  expect(await holder(domain)).toMatchObject({ organizationId: owner.is.organizationId });
});

it.each([
  [{ kind: 'none' } as const, 'no-record', 'failed', []],
  [{ kind: 'no-domain' } as const, 'no-domain', 'failed', []],
  [{ kind: 'found', values: ['smartpar-verification=somebody-elses'] } as const, 'other-value', 'failed', ['smartpar-verification=somebody-elses']],
  [{ kind: 'no-answer' } as const, 'no-answer', 'claimed', []],
])('says what was found when the answer is %j', async (records, outcome, state, found) => {
  const claim = await claimed(freshDomain());
  house.published.set(claim.recordName, records);
  expect((await check(claim.id)).body).toMatchObject({ state, lastCheck: { outcome, found }, verifiedAt: null });
});

it('can be checked again after a failure, but not at once', async () => {
  const claim = await claimed(freshDomain());
  await check(claim.id);
  publish(claim);
  const { status, body } = await check(claim.id);
  expect(status).toBe(429);
  expect(body.code).toBe('domain.checked_just_now');
  later();
  expect((await check(claim.id)).body.state).toBe('verified');
});

it('belongs to one organization: who proves it second is told so, and the first keeps it', async () => {
  const domain = freshDomain();
  const rival = await house.person(await house.organization(), 'owner');
  const [ours, theirs] = [await claimed(domain), await claimed(domain, rival)];
  house.published.set(ours.recordName, { kind: 'found', values: [ours.recordValue, theirs.recordValue] });
  const answers = await Promise.all([check(ours.id), check(theirs.id, rival)]);
  expect(answers.map(({ body }) => body.lastCheck.outcome).toSorted()).toEqual(['held-elsewhere', 'proved']);
  const winner = answers[0].body.state === 'verified' ? owner : rival;
  expect(await holder(domain)).toMatchObject({ organizationId: winner.is.organizationId });
});

describe('the proof that is looked at every day', () => {
  const DAY = { hours: 24 };
  const proved = async (domain = freshDomain()) => {
    const claim = await claimed(domain);
    publish(claim);
    await check(claim.id);
    await takeMails(house);
    return claim;
  };
  const recheck = () => house.get(RecheckDomains).run();
  const days = async (count: number): Promise<void> => {
    for (let day = 0; day < count; day += 1) {
      house.time.advance(DAY);
      await recheck();
    }
  };
  const now = async (id: string) => (await owner.get('/domains')).body.items.find((item: { id: string }) => item.id === id);
  const mailed = async (domain: string) => (await takeMails(house)).filter(({ facts }) => facts['domain'] === domain).map(({ template }) => template);

  it('is flagged as soon as it is missing, mailed once, and questions keep coming', async () => {
    const claim = await proved();
    house.published.delete(claim.recordName);
    await days(2);
    expect(await now(claim.id)).toMatchObject({
      state: 'verified',
      failingSince: expect.any(String),
      lostFrom: expect.any(String),
      lastCheck: { outcome: 'no-record' },
    });
    expect(await mailed(claim.domain)).toEqual(['organizations.domain-failing']);
    expect(await holder(claim.domain)).not.toBeNull();
  });

  it('is lost after days, mailed, and the domain is free for who owns it now', async () => {
    const claim = await proved();
    house.published.delete(claim.recordName);
    await days(4);
    expect(await now(claim.id)).toMatchObject({ state: 'lost', lostAt: house.time.now().toString(), verifiedAt: null, failingSince: null });
    expect(await mailed(claim.domain)).toEqual(['organizations.domain-failing', 'organizations.domain-lost']);
    expect(await holder(claim.domain)).toBeNull();
    const rival = await house.person(await house.organization(), 'owner');
    const theirs = await claimed(claim.domain, rival);
    publish(theirs);
    expect((await check(theirs.id, rival)).body.state).toBe('verified');
  });

  it('is not lost by checking often in one afternoon', async () => {
    const claim = await proved();
    house.published.delete(claim.recordName);
    for (let n = 0; n < 5; n += 1) {
      later();
      await check(claim.id);
    }
    expect(await now(claim.id)).toMatchObject({ state: 'verified', failingSince: expect.any(String) });
  });

  it('is well again when it is back', async () => {
    const claim = await proved();
    const record = house.published.get(claim.recordName);
    house.published.delete(claim.recordName);
    await days(2);
    if (record !== undefined) house.published.set(claim.recordName, record);
    await days(1);
    expect(await now(claim.id)).toMatchObject({ state: 'verified', failingSince: null, lastCheck: { outcome: 'proved' } });
  });

  it('is looked at by one process at a time, once a day, and never where an operator vouches for it', async () => {
    const claim = await proved();
    const vouched = freshDomain();
    await house.get(AddVerifiedDomain).run(owner.is.organizationId, vouched);
    house.lookedUp.length = 0;
    house.time.advance(DAY);
    await Promise.all([recheck(), recheck(), recheck()]);
    await recheck();
    expect(house.lookedUp.filter((name) => name === claim.recordName)).toHaveLength(1);
    expect(house.lookedUp).not.toContain(`_smartpar.${vouched}`);
    expect((await owner.get('/domains')).body.items).toContainEqual(expect.objectContaining({ domain: vouched, state: 'verified', provedBy: 'operator' }));
  });

  it('is looked at although the look at another one fails', async () => {
    const [one, broken, other] = [await proved(), await proved(), await proved()];
    house.time.advance(DAY);
    house.lookedUp.length = 0;
    const { published } = house;
    const get = published.get.bind(published);
    published.get = (name) => {
      if (name === broken.recordName) throw new Error('No socket is left.');
      return get(name);
    };
    await expect(recheck()).rejects.toThrow('No socket is left.');
    published.get = get;
    expect(house.lookedUp).toEqual(expect.arrayContaining([one.recordName, other.recordName]));
  });

  it('that was taken by a process that died is looked at again an hour later', async () => {
    const claim = await proved();
    house.time.advance(DAY);
    await house.owner.query('update verified_domains set next_check_at = $1', [house.time.now().add({ minutes: 60 }).toString()]);
    house.lookedUp.length = 0;
    await recheck();
    expect(house.lookedUp).toEqual([]);
    house.time.advance({ minutes: 61 });
    await recheck();
    expect(house.lookedUp).toContain(claim.recordName);
  });
});

describe('a proof by a file', () => {
  it('counts like one by a record, and is judged by itself from then on', async () => {
    const claim = await claimed(freshDomain());
    house.files.set(claim.domain, { kind: 'found', text: `${claim.recordValue}\n` });
    expect((await check(claim.id)).body).toMatchObject({ state: 'verified', provedBy: 'file', lastCheck: { outcome: 'no-record', file: 'proved' } });
    expect(await holder(claim.domain)).toMatchObject({ organizationId: owner.is.organizationId });
    house.files.set(claim.domain, { kind: 'no-answer' });
    later();
    expect((await check(claim.id)).body).toMatchObject({ state: 'verified', failingSince: null, lastCheck: { file: 'no-answer' } });
    house.files.set(claim.domain, { kind: 'none' });
    later();
    expect((await check(claim.id)).body).toMatchObject({ state: 'verified', failingSince: expect.any(String), lastCheck: { file: 'no-file' } });
  });

  it.each(['none', 'moved', 'closed-address', 'certificate', 'no-answer'] as const)('that answers "%s" proves nothing', async (kind) => {
    const claim = await claimed(freshDomain());
    house.files.set(claim.domain, { kind });
    expect((await check(claim.id)).body).toMatchObject({ state: 'failed', provedBy: null, lastCheck: { file: kind === 'none' ? 'no-file' : kind } });
    expect(await holder(claim.domain)).toBeNull();
  });

  it('is not asked for where the record proves it', async () => {
    const claim = await claimed(freshDomain());
    publish(claim);
    expect((await check(claim.id)).body.lastCheck).toMatchObject({ outcome: 'proved', file: null });
  });
});

describe('the sites of a domain', () => {
  it('are chosen among those of the organization', async () => {
    const claim = await claimed(freshDomain());
    const entity = (await owner.post('/legal-entities', { name: 'Larkspur GmbH', country: 'DE', postalAddress: 'Lerchenweg 1' })).body;
    const site = (await owner.post('/sites', { name: 'Ulm', legalEntityId: entity.id, country: 'DE', postalAddress: 'Lerchenweg 1' })).body;
    expect((await owner.put(`/domains/${claim.id}/sites`, { siteIds: [site.id, site.id] })).body.siteIds).toEqual([site.id]);
    const other = await house.person(await house.organization(), 'owner');
    expect((await other.put(`/domains/${claim.id}/sites`, { siteIds: [] })).status).toBe(404);
    const theirs = await claimed(freshDomain(), other);
    expect((await other.put(`/domains/${theirs.id}/sites`, { siteIds: [site.id] })).body.code).toBe('site.unknown');
    expect((await owner.put(`/domains/${claim.id}/sites`, { siteIds: [] })).body.siteIds).toEqual([]);
  });
});

it('stays verified while name servers are silent', async () => {
  const domain = freshDomain();
  const claim = await claimed(domain);
  publish(claim);
  await check(claim.id);
  house.published.set(claim.recordName, { kind: 'no-answer' });
  later();
  expect((await check(claim.id)).body).toMatchObject({ state: 'verified', lastCheck: { outcome: 'no-answer' } });
  expect(await holder(domain)).not.toBeNull();
});

it('is given up only by somebody who proved who they are not long ago', async () => {
  const domain = freshDomain();
  const claim = await claimed(domain);
  publish(claim);
  await check(claim.id);
  const refused = await owner.stale.delete(`/domains/${claim.id}`);
  expect(refused.status).toBe(403);
  expect(refused.body.code).toBe('reauthentication_required');
  expect((await owner.delete(`/domains/${claim.id}`)).status).toBe(204);
  expect(await holder(domain)).toBeNull();
  expect((await owner.get('/domains')).body.items).toEqual([]);
  expect((await owner.delete(`/domains/${claim.id}`)).status).toBe(404);
});

it('asks a name server once per act, however often the act arrives', async () => {
  const claim = await claimed(freshDomain());
  const key = 'check-once-and-only-once';
  await owner.post(`/domains/${claim.id}/verification`, undefined, key);
  const again = await owner.post(`/domains/${claim.id}/verification`, undefined, key);
  expect(again.body).toMatchObject({ state: 'failed', lastCheck: { outcome: 'no-record' } });
  expect(house.lookedUp.filter((name) => name === claim.recordName)).toHaveLength(1);
});

it('is nothing to another organization', async () => {
  const claim = await claimed(freshDomain());
  const other = await house.person(await house.organization(), 'owner');
  expect((await check(claim.id, other)).status).toBe(404);
  expect((await other.delete(`/domains/${claim.id}`)).status).toBe(404);
  expect((await other.get('/domains')).body.items).toEqual([]);
});

it('can be given by an operator without a name server', async () => {
  const domain = freshDomain();
  await house.get(AddVerifiedDomain).run(owner.is.organizationId, domain);
  expect((await owner.get('/domains')).body.items).toMatchObject([{ domain, state: 'verified' }]);
  expect(await holder(domain)).toMatchObject({ organizationId: owner.is.organizationId });
});

it('is written down with the outcome and without the name', async () => {
  const claim = await claimed(freshDomain());
  await check(claim.id);
  const entries = await house.rows<{ action: string; facts: object }>(
    owner.is.organizationId,
    `select action, facts from audit_entries where target_noun = 'organization-domain' order by id`,
  );
  expect(entries).toEqual([
    { action: 'organization-domain.claimed', facts: {} },
    { action: 'organization-domain.checked', facts: { outcome: 'no-record', file: 'no-file', from: 'claimed', to: 'failed' } },
  ]);
});
