import { KeepLegalEntities, KeepSites } from '@smartpar/organizations/api';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Act, Person } from '../organizations/person';
import { heard, membersHouse, takeMails } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;
let member: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  administrator = await house.person(larkspur, 'user-administrator');
  member = await house.person(larkspur);
  await takeMails(house);
});

afterAll(() => house.stop());

const of = (person: Person): string => `/members/${person.is.memberId}`;
const log = (person: Person) =>
  house.rows<{ action: string; facts: object }>(larkspur, 'select action, facts from audit_entries where target_id = $1 order by id desc limit 1', [
    person.is.memberId,
  ]);
const versionOf = async (person: Person): Promise<number> => (await owner.get(of(person))).body.version;

const ACTS: Readonly<Record<string, (on: Person) => Omit<Act, 'key'>>> = {
  suspend: (on) => ({ method: 'POST', path: `${of(on)}/suspension`, body: {} }),
  reactivate: (on) => ({ method: 'POST', path: `${of(on)}/reactivation`, body: {} }),
  place: (on) => ({ method: 'PUT', path: `${of(on)}/site`, body: { version: 1, siteId: null } }),
  correct: (on) => ({ method: 'PATCH', path: `${of(on)}/profile`, body: { version: 1, firstName: 'Fern' } }),
  invite: (on) => ({ method: 'POST', path: `${of(on)}/invitation` }),
  withdraw: (on) => ({ method: 'DELETE', path: `${of(on)}/invitation` }),
  'give a role': (on) => ({ method: 'PUT', path: `${of(on)}/roles/auditor` }),
  'take a role': (on) => ({ method: 'DELETE', path: `${of(on)}/roles/owner` }),
};

describe.each(Object.entries(ACTS))('to %s', (name, act) => {
  const byOwnersOnly = name.includes('role');

  it('is refused to everybody who administers no members, as if there were none', async () => {
    for (const role of ['privacy-officer', 'helpdesk', 'auditor'] as const) {
      expect(await (await house.person(larkspur, role)).does(act(member))).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await member.does(act(administrator))).status).toBe(404);
  });

  it('an owner is an owner’s business', async () => {
    const second = await house.person(larkspur, 'owner');
    expect((await administrator.does(act(second))).status).toBe(404);
    expect((await owner.does(act(second))).status).not.toBe(404);
  });

  it(byOwnersOnly ? 'is for owners' : 'is for user administrators too', async () => {
    expect((await administrator.does(act(member))).status === 404).toBe(byOwnersOnly);
  });

  it('reaches nobody of another organization', async () => {
    const stranger = await house.person(await house.organization());
    expect(await owner.does(act(stranger))).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await owner.at(stranger.is.organizationId).does(act(stranger))).status).toBe(404);
  });
});

describe('suspension', () => {
  it('ends entry to this organization at once, and touches nothing else', async () => {
    const elsewhere = await house.organization();
    const there = await house.person(elsewhere, 'auditor');
    await house.rows(larkspur, 'update members set account_id = $2 where id = $1', [member.is.memberId, there.is.accountId]);
    const here = there.at(larkspur);
    await house.rows(larkspur, `select pg_notify('invalidation', $1)`, [`account:${there.is.accountId}`]);
    expect([(await here.get('')).status, (await there.get('')).status]).toEqual([200, 200]);
    expect((await administrator.post(`${of(member)}/suspension`, {})).body).toMatchObject({
      status: 'suspended',
      version: 2,
    });
    // the very next call is refused: the process that answered waits for no message
    expect([(await here.get('')).status, (await there.get('')).status]).toEqual([404, 200]);
    expect(await takeMails(house)).toMatchObject([{ to: member.is.email, locale: 'en', template: 'members.suspended' }]);
    expect(await log(member)).toEqual([{ action: 'member.status-changed', facts: { from: 'active', to: 'suspended' } }]);
    expect((await administrator.post(`${of(member)}/reactivation`, {})).body).toMatchObject({ status: 'active', version: 3 });
    expect((await here.get('')).status).toBe(200);
    expect(await takeMails(house)).toMatchObject([{ template: 'members.reactivated' }]);
  });

  it('is done once, however often it arrives', async () => {
    const key = newId();
    const [one, other] = await Promise.all([1, 2].map(() => administrator.post(`${of(member)}/suspension`, {}, key)));
    expect([one?.status, other?.status]).toEqual([200, 200]);
    expect(one?.body).toEqual(other?.body);
    expect(await takeMails(house)).toHaveLength(1);
    expect(await administrator.post(`${of(member)}/suspension`, {})).toMatchObject({ status: 409, body: { code: 'member.state_forbids' } });
    expect(await administrator.post(`${of(owner)}/suspension`, {}, key)).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
  });

  it('keeps the privacy questions of whoever is suspended and takes no role from them', async () => {
    const auditor = await house.person(larkspur, 'auditor');
    await owner.post(`${of(auditor)}/suspension`, {});
    expect((await owner.get(of(auditor))).body).toMatchObject({ status: 'suspended', roles: ['auditor'], may: { suspend: false, reactivate: true } });
  });

  it('is not what brings somebody back who left', async () => {
    await house.rows(larkspur, `update members set status = 'deactivated' where id = $1`, [member.is.memberId]);
    expect(await owner.post(`${of(member)}/reactivation`, {})).toMatchObject({ status: 409, body: { code: 'member.state_forbids' } });
  });
});

describe('the last owner', () => {
  it.each([
    ['suspended', (person: Person): Act => ({ method: 'POST', path: `${of(person)}/suspension`, body: {} })],
    ['demoted', (person: Person): Act => ({ method: 'DELETE', path: `${of(person)}/roles/owner` })],
  ])('cannot be %s', async (_, act) => {
    expect(await owner.does(act(owner))).toMatchObject({ status: 409, body: { code: 'member.last_owner' } });
    expect((await owner.get(of(owner))).body).toMatchObject({ status: 'active', roles: ['owner'] });
    expect(await takeMails(house)).toEqual([]);
  });

  it.each([
    ['suspend each other', (person: Person): Act => ({ method: 'POST', path: `${of(person)}/suspension`, body: {} })],
    ['demote each other', (person: Person): Act => ({ method: 'DELETE', path: `${of(person)}/roles/owner` })],
  ])('remains when two owners %s at the same moment', async (_, act) => {
    const second = await house.person(larkspur, 'owner');
    const statuses = (await Promise.all([owner.does(act(second)), second.does(act(owner))])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const left = `select m.id from members m join member_roles r on r.member_id = m.id where r.role = 'owner' and m.status = 'active' and m.organization_id = $1`;
    expect(await house.rows(larkspur, left, [larkspur])).toHaveLength(1);
  });

  it('remains when somebody becomes an owner while they are suspended', async () => {
    for (let time = 0; time < 5; time += 1) {
      const person = await house.person(larkspur);
      await Promise.all([owner.put(`${of(person)}/roles/owner`, {}), administrator.post(`${of(person)}/suspension`, {})]);
      await owner.delete(`${of(owner)}/roles/owner`);
      const left = `select m.id from members m join member_roles r on r.member_id = m.id where r.role = 'owner' and m.status = 'active' and m.organization_id = $1`;
      expect((await house.rows(larkspur, left, [larkspur])).length).toBeGreaterThan(0);
      await house.rows(larkspur, `insert into member_roles values ($1, $2, 'owner', now()) on conflict do nothing`, [larkspur, owner.is.memberId]);
      await house.rows(larkspur, `select pg_notify('invalidation', $1)`, [`organization:${larkspur}`]);
      await heard(async () => (await owner.put(`${of(owner)}/roles/auditor`, {})).status === 200);
    }
  });
});

describe('roles', () => {
  it('are given and taken once, each with one entry and one mail', async () => {
    for (let time = 0; time < 2; time += 1) expect((await owner.put(`${of(member)}/roles/privacy-officer`, {})).status).toBe(200);
    expect((await member.get('/domains')).status).toBe(200);
    for (let time = 0; time < 2; time += 1) expect((await owner.delete(`${of(member)}/roles/privacy-officer`)).status).toBe(200);
    expect((await member.get('/domains')).status).toBe(404);
    expect(await takeMails(house)).toMatchObject([
      { template: 'members.role-given', to: member.is.email, facts: { role: 'privacy-officer' } },
      { template: 'members.role-taken', facts: { role: 'privacy-officer' } },
    ]);
  });

  it('of SmartPAR’s staff are refused, and what is no role is not there', async () => {
    expect(await owner.put(`${of(member)}/roles/support`, {})).toMatchObject({ status: 409, body: { code: 'member.role_not_here' } });
    expect((await owner.put(`${of(member)}/roles/emperor`, {})).status).toBe(404);
  });
});

describe('a site', () => {
  const site = async (): Promise<string> => {
    const actor = owner.actor('owner');
    const entity = { name: 'Larkspur B.V.', country: 'NL', registrationNumber: null, postalAddress: 'Utrecht' };
    const { id: legalEntityId } = await house.get(KeepLegalEntities).add(actor, entity, newId());
    const fields = {
      name: 'Utrecht',
      legalEntityId,
      country: 'NL',
      subdivision: null,
      contactName: null,
      contactEmail: null,
      postalAddress: 'Utrecht',
      timeZone: null,
    };
    return (await house.get(KeepSites).add(actor, fields, newId())).id;
  };

  it('is given and taken, and reads in the numbers people type there', async () => {
    const siteId = await site();
    expect((await administrator.put(`${of(member)}/site`, { version: 1, siteId })).body).toMatchObject({ version: 2 });
    expect(await log(member)).toEqual([{ action: 'member.placed', facts: { from: null, to: siteId } }]);
    expect((await owner.get(of(member))).body.site).toEqual({ id: siteId, name: 'Utrecht' });
    expect((await administrator.patch(`${of(member)}/profile`, { version: 2, phone: '030 234 5678' })).status).toBe(200);
    expect(await house.rows(larkspur, 'select phone from members where id = $1', [member.is.memberId])).toEqual([{ phone: '+31 30 234 5678' }]);
    expect((await administrator.put(`${of(member)}/site`, { version: 3, siteId: null })).body).toMatchObject({ version: 4 });
  });

  it('that is not there, or another organization’s, is refused', async () => {
    const stranger = await house.person(await house.organization(), 'owner');
    const refused = { status: 422, body: { code: 'member.unknown_site', errors: [{ field: 'siteId' }] } };
    expect(await stranger.put(`${of(stranger)}/site`, { version: 1, siteId: await site() })).toMatchObject(refused);
    expect(await owner.put(`${of(member)}/site`, { version: 1, siteId: newId() })).toMatchObject(refused);
  });
});

describe('a correction', () => {
  it('changes what is named, clears what is null, and is found by its new name', async () => {
    const message = { version: 1, firstName: 'Þórhildur', lastName: null, phone: '+49 30 1234567', locale: 'de' };
    expect((await administrator.patch(`${of(member)}/profile`, message)).body).toMatchObject({ version: 2 });
    expect(await log(member)).toEqual([{ action: 'member.corrected', facts: { fields: 'firstName lastName phone locale', source: 'administrator' } }]);
    expect((await administrator.post('/members/search', { search: 'þórh' })).body.items).toMatchObject([
      { profile: { firstName: 'Þórhildur', lastName: null } },
    ]);
    expect(await administrator.patch(`${of(member)}/profile`, { version: 2 })).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('of what is hidden answers alike whether it was right before or not, so that nothing is guessed by it', async () => {
    const correct = async (version: number, facts: object) => (await administrator.patch(`${of(member)}/profile`, { version, ...facts })).body.version;
    expect(await correct(1, { phone: '+49 30 1234567' })).toBe(2);
    expect(await correct(2, { phone: '+49 30 1234567' })).toBe(3);
    expect(await correct(3, { email: member.is.email })).toBe(3);
  });

  it('never overwrites what somebody else saved meanwhile', async () => {
    const outcomes = await Promise.all(['Ada', 'Bea'].map((firstName) => administrator.patch(`${of(member)}/profile`, { version: 1, firstName })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(outcomes.find(({ status }) => status === 409)?.body.code).toBe('member.changed_meanwhile');
    expect(await administrator.put(`${of(member)}/site`, { version: 1, siteId: null })).toMatchObject({ status: 409 });
    expect(await versionOf(member)).toBe(2);
  });

  it('to an address somebody has already is refused', async () => {
    expect(await administrator.patch(`${of(member)}/profile`, { version: 1, email: administrator.is.email.toUpperCase() })).toMatchObject({
      status: 422,
      body: { code: 'member.address_taken', errors: [{ field: 'email' }] },
    });
  });

  it.each([
    { version: 0 },
    { version: 1.5 },
    {},
    { version: 1, email: 'nobody' },
    { version: 1, email: null },
    { version: 1, firstName: null },
    { version: 1, firstName: '' },
    { version: 1, lastName: 'x'.repeat(201) },
    { version: 1, phone: 'call me' },
    { version: 1, phone: '1'.repeat(41) },
    { version: 1, locale: 'tlh' },
    { version: 1, status: 'suspended' },
    { version: 1, roles: ['owner'] },
    { version: 1, siteId: null },
    [],
  ])('%j is refused', async (message) => {
    expect((await administrator.patch(`${of(member)}/profile`, message)).status).toBe(422);
    expect(await versionOf(member)).toBe(1);
  });
});
